"""A window of any browser, as far as a person's journey on a sheet needs one.

Playwright drives Chromium; Firefox and WebKit are driven by selenium, because Playwright knows them
only in builds of its own. What both can do is said here once.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from built import BASE
from playwright.sync_api import BrowserContext, Page
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

WAIT = 30  # seconds until what is waited for counts as missing; a slow machine takes some of them
# A page in a frame of this width.
FRAME = """const frame = document.createElement("iframe");
  Object.assign(frame, {src: arguments[0], width: arguments[1], height: 640});
  document.body.replaceChildren(frame);"""


class Window(ABC):
    """One window; those that `another` opens share its storage."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Goes to an address, and waits until its page has loaded."""

    @abstractmethod
    def run(self, body: str, *given: object) -> Any:
        """What a script's body returns; `arguments` has what is given to it."""

    @abstractmethod
    def until(self, body: str, *given: object) -> None:
        """Waits until a script's body returns something true."""

    @abstractmethod
    def press(self, selector: str) -> None:
        """Presses the first such element with the pointer."""

    @abstractmethod
    def write(self, selector: str, text: str) -> None:
        """Writes into a field with the keyboard, after what stands there."""

    @abstractmethod
    def keys(self, *pressed: str) -> None:
        """Presses keys where the focus stands: names such as `Tab` and `Shift+Tab`, or letters."""

    @abstractmethod
    def narrow(self, width: int) -> None:
        """Pages that are opened from now on have so many pixels to stand in."""

    @abstractmethod
    def space(self, selector: str) -> None:
        """Presses the space bar on an element."""

    @abstractmethod
    def choose_file(self, selector: str, path: str) -> None:
        """Gives a file to the field for one."""

    @abstractmethod
    def back(self) -> None:
        """Goes back in history."""

    @abstractmethod
    def forward(self) -> None:
        """Goes forward in history."""

    @abstractmethod
    def reload(self) -> None:
        """Loads the page again."""

    @abstractmethod
    def another(self) -> "Window":
        """Another window of the same person."""

    @abstractmethod
    def close(self) -> None:
        """Closes this window."""


@dataclass
class ChromiumWindow(Window):
    """A window that Playwright drives."""

    context: BrowserContext
    page: Page

    def open(self, address: str) -> None:
        self.page.goto(address)

    def run(self, body: str, *given: object) -> Any:
        return self.page.evaluate(f"given => (function () {{ {body} }}).apply(null, given)", given)

    def until(self, body: str, *given: object) -> None:
        script = f"given => (function () {{ {body} }}).apply(null, given)"
        self.page.wait_for_function(script, arg=[*given], timeout=WAIT * 1000)

    def press(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def write(self, selector: str, text: str) -> None:
        self.page.locator(selector).first.press_sequentially(text)

    def keys(self, *pressed: str) -> None:
        for key in pressed:
            self.page.keyboard.press(key)

    def narrow(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 740})

    def space(self, selector: str) -> None:
        self.page.locator(selector).first.press("Space")

    def choose_file(self, selector: str, path: str) -> None:
        self.page.set_input_files(selector, path)

    def back(self) -> None:
        self.page.go_back()

    def forward(self) -> None:
        self.page.go_forward()

    def reload(self) -> None:
        self.page.reload()

    def another(self) -> Window:
        return ChromiumWindow(self.context, self.context.new_page())

    def close(self) -> None:
        self.page.close()


@dataclass
class DrivenWindow(Window):
    """A window that selenium drives: each step goes to it first."""

    driver: WebDriver
    handle: str
    #: No window of these browsers is as narrow as a phone: a page may stand in a frame instead.
    width: int = 0

    def open(self, address: str) -> None:
        if self.width:
            self._top.get(urljoin(address, f"{BASE}robots.txt"))
            self.driver.execute_script(FRAME, address, self.width)
        else:
            self._here.get(address)

    def run(self, body: str, *given: object) -> Any:
        return self._here.execute_script(body, *given)

    def until(self, body: str, *given: object) -> None:
        driver = self._here
        WebDriverWait(driver, WAIT).until(lambda _: driver.execute_script(body, *given), body)

    def press(self, selector: str) -> None:
        self._element(selector).click()

    def write(self, selector: str, text: str) -> None:
        self._element(selector).send_keys(text)

    def keys(self, *pressed: str) -> None:
        names = {"Tab": Keys.TAB, "Enter": Keys.ENTER, " ": Keys.SPACE}
        chain = ActionChains(self._here)
        for key in pressed:
            plain = key.removeprefix("Shift+")
            if plain == key:
                chain.send_keys(names.get(key, key))
            else:
                chain.key_down(Keys.SHIFT).send_keys(names[plain]).key_up(Keys.SHIFT)
        chain.perform()

    def narrow(self, width: int) -> None:
        self.width = width

    def space(self, selector: str) -> None:
        self._element(selector).send_keys(Keys.SPACE)

    def choose_file(self, selector: str, path: str) -> None:
        self._here.find_element(By.CSS_SELECTOR, selector).send_keys(path)

    def back(self) -> None:
        self._here.back()

    def forward(self) -> None:
        self._here.forward()

    def reload(self) -> None:
        self._here.refresh()

    def another(self) -> Window:
        driver = self._here
        driver.switch_to.new_window("tab")
        return DrivenWindow(driver, driver.current_window_handle)

    def close(self) -> None:
        self._here.close()

    @property
    def _top(self) -> WebDriver:
        self.driver.switch_to.window(self.handle)
        return self.driver

    @property
    def _here(self) -> WebDriver:
        driver = self._top
        if self.width:
            driver.switch_to.frame(0)
        return driver

    def _element(self, selector: str) -> Any:
        place = By.CSS_SELECTOR, selector
        element = WebDriverWait(self._here, WAIT).until(lambda here: here.find_element(*place))
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        return element
