import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Fills in a PDF with Apache PDFBox: the empty file, a file of lines "name TAB answer", the new file. */
class FillWithPdfBox {
    public static void main(String[] paths) throws Exception {
        try (PDDocument file = PDDocument.load(new File(paths[0]))) {
            var form = file.getDocumentCatalog().getAcroForm();
            for (String line : Files.readAllLines(Path.of(paths[1]))) {
                String[] pair = line.split("\t");
                form.getField(pair[0]).setValue(pair[1]);
            }
            file.save(paths[2]);
        }
    }
}
