import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/** Asks veraPDF about PDF/UA-1: a line for each file, "file ok", or for each fault, "file clause message". */
class VeraPdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            judge(file);
        }
    }

    private static void judge(String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        var settings = ValidatorConfigBuilder.defaultBuilder().flavour(flavour).maxFails(-1).build();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(settings, flavour)) {
            var result = validator.validate(parser);
            if (result.isCompliant()) {
                System.out.println(file + "\tok");
            }
            result.getTestAssertions().stream()
                .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                .forEach(test -> System.out.println(
                    file + "\t" + test.getRuleId().getClause() + "\t" + test.getMessage()
                    + "\t" + test.getLocation().getContext()));
        }
    }
}
