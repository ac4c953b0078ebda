"""The edge to MkDocs, the only module that imports it.

Reads the material once, makes the downloads, gives the model to templates, chooses the template by
the page's kind, and turns every problem into a stop.
MkDocs fires each event once per language: mkdocs-static-i18n builds the others inside the first.
"""

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

import material
from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mentoring_tools.content import model
from mentoring_tools.downloads import cache, lock, targets
from mentoring_tools.pages import context as views
from mentoring_tools.pages import download_links, file_links, generated
from mentoring_tools.pdf import engine, page_pdf
from mentoring_tools.problems import Stop, annotations, refusal
from mentoring_tools.project import hand_made_files, kept_for_good, load
from mentoring_tools.publishing import address, assets, git_dates, precompress, service_worker
from mentoring_tools.worksheet import notation
from mentoring_tools.worksheet.facts import Imprint

#: The template of a kind where it has another name.
TEMPLATES = {"route": "path"}

log = get_plugin_logger("mentoring-tools")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml."""

    downloads = config_options.Type(bool, default=True)
    publish = config_options.Type((bool, int), default=False)
    moved = config_options.Type(dict, default={})


class MentoringToolsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Builds the material into the site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether files are made to publish or to look at."""
        self.serving = command == "serve"
        self.watch = ExitStack()
        self.turn = ExitStack()
        self.note = ""

    def on_config(self, config: MkDocsConfig) -> None:
        """Reads and checks everything, then makes the downloads, before any page is built."""
        if config.plugins["i18n"].building:  # type: ignore[attr-defined]
            return
        if self.config.publish and not self.serving and address.is_local(config.site_url or ""):
            raise PluginError(address.REQUIRED)
        # The skeleton uses nothing of Material's 14,000 files: so they are not even listed.
        theme = str(Path(material.__file__).parent)
        config.theme.dirs = [folder for folder in config.theme.dirs if not folder.startswith(theme)]
        if not self.config.downloads:
            # The export then does not even load WeasyPrint; no one sets a variable of this name.
            config.plugins["pdf-export"].config["enabled_if_env"] = "MENTORING_TOOLS_NEVER"
        # Not resolved: where the settings are a link, the cache lies beside the link.
        project = Path(config.config_file_path).absolute().parent
        self.cache = cache.kept(project, ".cache")
        self.turn.enter_context(lock.alone(self.cache, log.info))
        try:
            with kept_for_good() if not self.serving else ExitStack():
                content = load(project)
            if self.config.downloads:
                engine.load()  # The PDF export needs it too, and would end in a traceback.
            imprint = Imprint(config.site_url or "", config.extra["publisher"])
            wanted = targets.tasks(content, imprint) if self.config.downloads else ()
            made = cache.make(wanted, project, log.info, packs=not self.serving)
            drawings, looks = content.library.drawings, project / "overrides"
            self.assets = assets.published(looks, drawings, serving=self.serving)
        except Stop as stop:
            print("\n".join(annotations(stop.problems)))
            raise PluginError(str(stop)) from None
        self.dates = git_dates.dates(Path(config.docs_dir).resolve().parent, "docs")
        self.site = views.Site(
            content, made, imprint.address, config.extra, self.assets, self.serving
        )

    @event_priority(-200)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leaves out what is taken in elsewhere; publishes the rest with the first language."""
        taken = [f for f in files if f.src_uri.startswith(("partials/", *assets.PLACES))]
        for file in taken:
            files.remove(file)
        if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            ready = hand_made_files(self.cache.parent, self.site.project.library)
            for path, source in (*self.site.made.published(), *ready):
                files.append(_file(path, source, config))
            for path, text in (*generated.by_name(self.site), *self.assets.files.items()):
                files.append(File.generated(config, path, content=text))
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """Leaves no blank lines in place of templates' marks; keeps compiled templates."""
        env.trim_blocks = env.lstrip_blocks = True
        env.bytecode_cache = FileSystemBytecodeCache(str(cache.kept(self.cache, "templates")))
        if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            for path, text in generated.unwritten(self.site, env).items():
                files.append(File.generated(config, path, content=text))

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Gives the page its kind's template, and takes the sheet out of its text."""
        model = self._model(page)
        page.meta["template"] = f"{TEMPLATES.get(model.kind, model.kind)}.html"
        return file_links.aside(notation.without_sheet(markdown), model.document)

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        """Lets links to files lead to them."""
        return file_links.back(html, page.url)

    def on_page_context(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        """Adds the model to what the template knows."""
        return {**context, **views.context(self.site, self._model(page), page.content or "")}

    @event_priority(100)
    def _before_export(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Hands a copy with absolute links to the PDF export, or nothing when it is not needed."""
        export: Any = config.plugins["pdf-export"]
        export.enabled = False
        if not self.config.downloads or self._model(page).worksheet:
            return output
        published = Path(page.file.abs_dest_path).with_name(Path(page.file.src_uri).stem + ".pdf")
        copy = page_pdf.for_paper(output, page.canonical_url or "")
        name = page.file.src_uri.replace("/", "-")
        self.reading = page_pdf.reading(published, name, copy, self.cache / "reading")
        self.output, self.errors = output, export.num_errors
        export.enabled = not self.reading.ready
        if export.enabled:
            from mentoring_tools.pdf import render  # noqa: PLC0415 - pages alone need no PDF

            self.watch.enter_context(render.export(page.file.src_uri))
        return copy

    @event_priority(-100)
    def _after_export(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Publishes the page's PDF and writes its size into the page."""
        export: Any = config.plugins["pdf-export"]
        if not self.config.downloads or self._model(page).worksheet:
            return output
        if export.num_errors > self.errors:
            raise PluginError(f"The PDF of {page.file.src_uri} could not be made; see above.")
        try:
            self.watch.close()
        except Stop as stop:
            raise PluginError(str(stop)) from None
        size = self.reading.keep() if export.enabled else self.reading.publish()
        words = self.site.project.words[self._model(page).language]
        return self.output.replace(page_pdf.SIZE, download_links.size(size, words))

    on_post_page = CombinedEvent(_before_export, _after_export)

    @event_priority(-200)
    def on_template_context(self, context: Any, /, *, config: MkDocsConfig, **_: Any) -> Any:
        """The same for templates without a page: the 404 page and the sitemap."""
        code = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
        more = {"all_pages": generated.sitemap(self.site, self.dates)}
        return {**context, **views.shared(self.site, code), **more}

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """When all is built: the list of what a browser may keep, then compressed copies."""
        if not self.serving and not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            site = Path(config.site_dir)
            service_worker.publish(site, self.site.project.library.languages, self.assets.stamp)
            precompress.beside(site)
            self.note = address.note(config.site_url or "")
        if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            self.turn.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Lets the next build begin; tells in one line what the disk refused."""
        self.turn.close()
        if isinstance(error, OSError) and (line := refusal(error)):
            raise Abort(line) from None

    def on_shutdown(self) -> None:
        """Says last of all what has to be known about the files before they go anywhere."""
        for line in self.note.splitlines():
            log.info(line)

    def _model(self, page: Page) -> model.Page:
        code, _, path = page.file.src_uri.partition("/")
        return self.site.project.library.of(code)[path.removesuffix(".md")]


def _file(path: str, source: Path, config: MkDocsConfig) -> File:
    """A file from outside docs/ that is published as it is."""
    file = File(path, str(source.parent), config.site_dir, use_directory_urls=False)
    file.abs_src_path = str(source)
    return file
