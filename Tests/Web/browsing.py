"""The planner's page in Chromium, watched for errors and for foreign requests."""

import re
import tempfile
from urllib.parse import parse_qsl, urlsplit

import machine

# A message of the browser itself about an answer that the test asked for, such as 422.
expected_message = re.compile(r"Failed to load resource: .* status of (401|409|422|429)")

contrast_script = """
() => {
  const parse = (text) => {
    const numbers = (text.match(/[\\d.]+/g) || []).map(Number);
    if (numbers.length < 3) return [0, 0, 0, 0];
    return [numbers[0], numbers[1], numbers[2], numbers.length > 3 ? numbers[3] : 1];
  };
  const over = (top, below) => {
    const share = top[3] + below[3] * (1 - top[3]);
    if (share === 0) return [0, 0, 0, 0];
    const mixed = [0, 1, 2].map((i) =>
      (top[i] * top[3] + below[i] * below[3] * (1 - top[3])) / share);
    return [...mixed, share];
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    const element = node.parentElement;
    if (!text || !element || element.closest('svg, script, template, noscript, option')) continue;
    if (element.closest('[disabled], [aria-disabled="true"]')) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    let below = [0, 0, 0, 0];
    for (let up = element; up; up = up.parentElement) {
      below = over(below, parse(getComputedStyle(up).backgroundColor));
      if (below[3] > 0.999) break;
    }
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    below = over(below, dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
    const style = getComputedStyle(element);
    const ink = over(parse(style.color), below);
    const [a, b] = [luminance(ink), luminance(below)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) {
      poor.push(`${ratio.toFixed(2)} ${style.color} on ${below.map(Math.round)}: ${text.slice(0, 60)}`);
    }
  }
  return poor;
}
"""


class PlannerPage:
    """A page with the words of the tests."""

    def __init__(self, page, server):
        self.page = page
        self.server = server

    def __getattr__(self, name):
        return getattr(self.page, name)

    # --- The answer ---------------------------------------------------------------------------

    @property
    def answer(self):
        return self.page.locator("#answer")

    @property
    def digest(self):
        return self.answer.get_attribute("data-digest")

    @property
    def status(self):
        return self.answer.get_attribute("data-status")

    @property
    def answer_text(self):
        return self.answer.inner_text()

    @property
    def parameters(self):
        """The parameters of the address as a dictionary."""
        return dict(parse_qsl(urlsplit(self.page.url).query, keep_blank_values=True))

    def await_answer(self, action, other_than=None):
        """Does something and waits for another answer than there was."""
        before = other_than or self.answer.get_attribute("data-query")
        action()
        self.page.wait_for_function(
            """(before) => {
              const answer = document.querySelector('#answer');
              return answer && answer.dataset.status && answer.dataset.query !== before;
            }""",
            arg=before,
        )

    def await_digest(self, digest):
        self.page.wait_for_function(
            "(digest) => document.querySelector('#answer')?.dataset.digest === digest", arg=digest
        )

    def await_parameter(self, name, value):
        """Waits until the address holds a parameter with a value; None waits for its absence."""
        self.page.wait_for_function(
            """([name, value]) =>
              new URLSearchParams(location.search).get(name) === value""",
            arg=[name, value],
        )

    # --- Levers -------------------------------------------------------------------------------

    def lever(self, name):
        return self.page.locator(f'.lever[data-lever="{name}"]')

    def slider(self, name):
        return self.lever(name).locator('input[type="range"]')

    def show(self, locator):
        """Opens every fold around an element and brings it into view."""
        locator.first.evaluate(
            """(element) => {
              for (let up = element.parentElement; up; up = up.parentElement) {
                if (up.tagName === 'DETAILS') up.open = true;
              }
            }"""
        )
        locator.first.scroll_into_view_if_needed()

    def drag(self, name, share):
        """Moves a slider with the mouse to a share of its width."""
        slider = self.slider(name)
        self.show(slider)
        box = slider.bounding_box()
        value = slider.evaluate(
            "(e) => (Number(e.value) - Number(e.min)) / (Number(e.max) - Number(e.min))"
        )
        inset = 8
        width = box["width"] - 2 * inset
        y = box["y"] + box["height"] / 2
        self.page.mouse.move(box["x"] + inset + width * value, y)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + inset + width * (value + share) / 2, y)
        self.page.mouse.move(box["x"] + inset + width * share, y)
        self.page.mouse.up()

    def press(self, name, key="ArrowRight", times=1):
        """Moves a slider with the keyboard."""
        slider = self.slider(name)
        self.show(slider)
        slider.focus()
        for _ in range(times):
            self.page.keyboard.press(key)

    def control(self, name):
        """The lever's own field, which a form would send."""
        return self.lever(name).locator("[name]").first

    def lever_value(self, name):
        return self.control(name).input_value()

    # --- The page as a whole ------------------------------------------------------------------

    def poor_contrast(self):
        return self.page.evaluate(contrast_script)

    def overflow(self):
        """By how many pixels the page is wider than its window."""
        return self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )


class PlannerBrowser:
    """Contexts of one Chromium, all watched."""

    def __init__(self, chromium, server):
        self.chromium = chromium
        self.server = server
        self.contexts = []
        self.messages = []
        self.errors = []
        self.requested = []
        self.dialogs = []
        self.downloads = tempfile.TemporaryDirectory()
        self._context = None

    def context(self, **options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        options.setdefault("locale", "en-GB")
        context = self.chromium.new_context(**options)
        context.set_default_timeout(machine.patience * 1000)
        context.on("page", self._watch)
        self.contexts.append(context)
        return context

    def _watch(self, page):
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("dialog", self._dialog)

    def _console(self, message):
        if message.type in ("error", "warning") and not expected_message.search(message.text):
            self.messages.append(f"{message.type}: {message.text}")

    def _dialog(self, dialog):
        if dialog.type != "beforeunload":
            self.dialogs.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    def open(self, path="/?lang=en", context=None, known=True, **options):
        """Opens a path of the server; first through the printed address where the token is to be
        known."""
        if context is None:
            if options:
                context = self.context(**options)
            else:
                self._context = self._context or self.context()
                context = self._context
        page = PlannerPage(context.new_page(), self.server)
        if known:
            joint = "&" if "?" in path else "?"
            page.goto(f"{self.server.origin}{path}{joint}token={self.server.token}")
        else:
            page.goto(self.server.origin + path)
        return page

    def close(self):
        for context in self.contexts:
            context.close()
        self.downloads.cleanup()

    def check(self):
        assert self.messages == [], f"in the console: {self.messages}"
        assert self.errors == [], f"thrown in the page: {self.errors}"
        assert self.dialogs == [], f"dialogs: {self.dialogs}"
        own = self.server.host
        foreign = [
            url
            for url in self.requested
            if urlsplit(url).scheme not in ("data", "blob", "about") and urlsplit(url).netloc != own
        ]
        assert foreign == [], f"asked of other hosts: {foreign}"
