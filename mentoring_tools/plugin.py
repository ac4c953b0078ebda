"""The edge to MkDocs, the only module that imports it.

MkDocs fires each event once per language: mkdocs-static-i18n builds the others inside the first.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mentoring_tools.downloads import lock
from mentoring_tools.messages import language_of, said
from mentoring_tools.pages import download_links, generated, templates
from mentoring_tools.pages.render_cache import RenderCache
from mentoring_tools.pages.site import Wish, prepare
from mentoring_tools.pdf.page_pdf import PageExport, PagePlace
from mentoring_tools.problems import Stop, annotations, refusal, report
from mentoring_tools.publishing import address


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's settings in mkdocs.yml."""

    downloads = config_options.Type(bool, default=True)
    publish = config_options.Type((bool, int), default=False)
    moved = config_options.Type(dict, default={})


class MentoringToolsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Builds the material into the site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remembers whether files are made to publish or to look at."""
        self.serving, self.cache, self.turn = command == "serve", Path(".cache"), ExitStack()

    def on_config(self, config: MkDocsConfig) -> None:
        """Reads and checks everything, then makes the downloads, before any page is built."""
        if _nested(config):
            return
        if self.config.publish and not self.serving and address.is_local(config.site_url or ""):
            raise PluginError(said(address.REQUIRED, language_of()))
        config.theme.dirs = templates.folders(config.theme.dirs)
        # Not resolved: where the settings are a link, the cache lies beside the link.
        self.cache = Path(config.config_file_path).absolute().parent / ".cache"
        self.turn.enter_context(lock.alone(self.cache, _tell))
        wish = Wish(config.site_url or "", self.serving, self.config.downloads)
        with stopping():
            self.site = prepare(self.cache.parent, config.extra, wish, _tell)
        config.nav = generated.nav(self.site, config.nav or [])
        self.pages = RenderCache(self.cache / "rendered", config.theme.dirs)
        self.export = PageExport(config.plugins["pdf-export"], self.cache, wanted=wish.downloads)

    @event_priority(-200)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leaves out what is taken in elsewhere."""
        for file in [one for one in files if generated.is_left_out(self.site, one.src_uri)]:
            files.remove(file)
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        """Makes templates strict, every value escaped; adds all that is no page."""
        templates.prepare(env, self.cache)
        if not _nested(config):
            for path, source in generated.files(self.site, self.cache.parent, env):
                files.append(_file(path, source, config))

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: Any) -> str:
        """Gives the page its template, and MkDocs nothing to read: it is read already."""
        page.meta["template"] = "any-page.html"
        return ""

    def on_page_context(self, context: Any, /, *, page: Page, **_: Any) -> Any:
        """Adds the model, with the page's text as HTML, or the page where it was kept whole."""
        self.rendered = self.pages.find(self.site, self.site.page(page.file.src_uri))
        return {**context, **self.rendered.context}

    @event_priority(100)
    def _before_export(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Keeps the page; hands a copy to the PDF export, where one is wanted."""
        self.rendered.keep(output)
        wanted = self.config.downloads and self.site.page(page.file.src_uri).is_for_paper
        where = PagePlace(page.file.src_uri, page.canonical_url or "", page.file.abs_dest_path)
        return self.export.before(output, where if wanted else None)

    @event_priority(-100)
    def _after_export(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Publishes the page's PDF and writes its size into the page."""
        size = partial(download_links.size, words=self.rendered.known["t"])
        with stopping():
            return self.export.after(output, size)

    on_post_page = CombinedEvent(_before_export, _after_export)

    @event_priority(-200)
    def on_template_context(self, context: Any, /, *, config: MkDocsConfig, **_: Any) -> Any:
        """The same for templates without a page: the 404 page and the sitemap."""
        i18n: Any = config.plugins["i18n"]
        return {**context, **generated.context_without_page(self.site, i18n.current_language)}

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """When all is built: the list of what a browser may keep, then compressed copies."""
        if not _nested(config):
            self.pages.tidy()
            _tell(generated.finish(self.site, Path(config.site_dir), self.cache))
            self.turn.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Lets another build begin; tells what the disk refused, or what a template lacks."""
        self.turn.close()
        if wrong := templates.problem(error, self.cache.parent):
            raise Abort(report([wrong], language_of())) from None
        if isinstance(error, OSError) and (line := refusal(error)):
            raise Abort(said(line, language_of())) from None


def _tell(words: str) -> None:
    for line in said(words, language_of()).splitlines():
        get_plugin_logger("mentoring-tools").info(line)


def _nested(config: MkDocsConfig) -> bool:
    """Whether another language is being built inside the build of the first."""
    return bool(getattr(config.plugins.get("i18n"), "building", False))


@contextmanager
def stopping() -> Iterator[None]:
    """Ends the build, without a traceback, with all the problems that came up inside."""
    try:
        yield
    except Stop as stop:
        print("\n".join(annotations(stop.problems)))
        raise PluginError(report(stop.problems, language_of())) from None


def _file(path: str, source: Path | str | bytes, config: MkDocsConfig) -> File:
    """A file that is not under docs/: one that lies elsewhere, or its content."""
    given: Any = {"abs_src_path": str(source)} if isinstance(source, Path) else {"content": source}
    return File.generated(config, path, **given)
