"""For every reader: by keyboard and screen reader, on a phone, on paper, without a script."""

import pytest
from playwright.sync_api import expect

names_script = """
() => {
  const visible = (e) => e.checkVisibility({ visibilityProperty: true });
  const text = (id) => document.getElementById(id)?.textContent.trim() ?? '';
  const name = (e) => (
    (e.getAttribute('aria-labelledby') ?? '').split(/\\s+/).filter(Boolean).map(text).join(' ')
    || e.getAttribute('aria-label')
    || [...(e.labels ?? [])].map((l) => l.textContent.trim()).join(' ')
    || (['A', 'BUTTON', 'SUMMARY'].includes(e.tagName) ? e.textContent.trim() : '')
    || e.getAttribute('title') || '');
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, svg, '
      + '[role="button"], dialog, section, form, table, progress')]
    .filter((e) => e.type !== 'hidden' && !e.closest('template'))
    // What asks for a confirmation is named by its question, which is put in when it opens.
    .filter((e) => e.id !== 'confirmation' && (e.tagName === 'DIALOG' || visible(e)))
    .filter((e) => {
      if (e.tagName === 'SVG' || e.tagName === 'svg') {
        return e.getAttribute('aria-hidden') !== 'true' && e.getAttribute('role') === 'img'
          && !name(e) && !e.querySelector('title')?.textContent;
      }
      if (e.tagName === 'SECTION' || e.tagName === 'FORM') return false;
      if (e.tagName === 'TABLE') return !e.caption && !name(e) && !e.closest('[aria-labelledby]');
      return !name(e);
    })
    .map((e) => e.outerHTML.slice(0, 160));
}
"""


def unfold(page):
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_control_has_a_name(browser, language):
    page = browser.open(f"/?lang={language}")
    unfold(page)
    assert page.evaluate(names_script) == []


def test_headings_are_in_order(browser):
    for query in ("/?lang=en", "/?scenario=physical-by-2027&lang=en", "/?carbon.price=-5&lang=en"):
        page = browser.open(query)
        unfold(page)
        levels = page.evaluate(
            """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
                 .filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1]))"""
        )
        assert levels.count(1) == 1 and levels[0] == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), levels


def test_every_name_in_the_page_is_given_once(page):
    twice = page.evaluate(
        """() => {
             const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
             return ids.filter((id, place) => ids.indexOf(id) !== place);
           }"""
    )
    assert twice == []
    dangling = page.evaluate(
        """() => ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((a) =>
             [...document.querySelectorAll(`[${a}]`)].flatMap((e) =>
               e.getAttribute(a).split(/\\s+/).filter((id) => id && !document.getElementById(id))))"""
    )
    assert dangling == []


def test_roles_and_landmarks(page):
    for role in ("main", "banner", "contentinfo"):
        assert page.get_by_role(role).count() >= 1, role
    assert page.locator("[role=status], [aria-live]").count() >= 1
    unfold(page)
    assert page.get_by_role("slider").count() >= 10
    for svg in page.locator("#answer svg").all():
        assert svg.get_attribute("role") == "img" or svg.get_attribute("aria-hidden") == "true"


def test_a_change_is_announced(page):
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=2))
    page.wait_for_function(
        """() => [...document.querySelectorAll('[role=status], [aria-live]')]
             .some((e) => e.textContent.trim().length > 0)"""
    )


def test_everything_is_reached_by_keyboard_and_seen_there(page):
    """Tab goes through the page from the first skip link; what has the focus can be told from what
    has not."""
    page.keyboard.press("Tab")
    first = page.evaluate("() => document.activeElement.className")
    assert "skip" in first
    reached, unmarked = set(), []
    for _ in range(40):
        page.keyboard.press("Tab")
        name, marked = page.evaluate(
            """() => {
                 const e = document.activeElement;
                 const style = getComputedStyle(e);
                 const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
                   || style.boxShadow !== 'none';
                 return [e.id || e.name || e.textContent.trim().slice(0, 30), marked];
               }"""
        )
        reached.add(name)
        if not marked:
            unmarked.append(name)
    assert len(reached) > 25
    assert unmarked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["/?lang=en&carbon.price=250", "/?scenario=physical-by-2027&lang=en",
                                   "/?carbon.price=-5&lang=en"])
def test_contrast_is_enough(browser, scheme, query):
    """4.5 to 1 for text, 3 to 1 for large text, as WCAG 2.2 level AA asks."""
    page = browser.open(query, color_scheme=scheme)
    unfold(page)
    assert page.poor_contrast() == []


def test_better_and_worse_are_told_by_more_than_colour(browser):
    """A change carries a sign, and a word or a mark that a screen reader says."""
    page = browser.open("/?lang=en&carbon.price=250&base=no-moves")
    tiles = page.locator("#answer .tiles:not([hidden]) .tile")
    assert tiles.count() >= 4
    words = {"better": "better", "worse": "worse"}
    told = 0
    for tile in tiles.all():
        said = tile.locator(".change").inner_text()
        sense = tile.get_attribute("data-sense")
        if sense in words:
            told += 1
            assert words[sense] in said and any(sign in said for sign in "+−-"), said
    assert told >= 1


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("query", ["", "&scenario=physical-by-2027", "&carbon.price=-5",
                                   "&compare=no-moves&compare=dry-yunnan&compare=strict-rule"])
def test_a_phone_needs_no_sideways_scrolling(browser, language, query):
    page = browser.open(
        f"/?lang={language}{query}", viewport={"width": 390, "height": 844}, has_touch=True,
        is_mobile=True,
    )
    assert page.overflow() <= 0
    unfold(page)
    assert page.overflow() <= 0


def test_fingers_hit_the_controls_on_a_phone(browser):
    page = browser.open(
        "/?lang=en", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    opener = page.locator("#lever-open")
    if opener.is_visible():
        opener.click()
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, summary, select, input:not([type=hidden])')]
             .filter((e) => e.checkVisibility({ visibilityProperty: true }))
             .map((e) => [e.getBoundingClientRect(), e])
             .filter(([box]) => box.width > 0 && (box.width < 24 || box.height < 24))
             .filter(([, e]) => !e.closest('label'))
             .map(([box, e]) => `${Math.round(box.width)}x${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`)"""
    )
    assert small == []


def test_levers_move_on_a_phone(browser):
    page = browser.open(
        "/?lang=en", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    opener = page.locator("#lever-open")
    if opener.is_visible():
        opener.click()
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=2))
    page.wait_for_function("() => location.search.includes('carbon.price=')")


def test_on_paper_there_is_the_answer_and_no_control(page):
    page.emulate_media(media="print")
    expect(page.locator("#answer")).to_be_visible()
    for control in ("#toolbar", "#levers", "#jobs"):
        expect(page.locator(control)).not_to_be_visible()
    assert page.poor_contrast() == []
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")


def test_the_page_works_without_a_script(browser):
    page = browser.open("/?lang=en", java_script_enabled=False)
    assert page.status == "optimal"
    before = page.digest
    slider = page.locator('.lever[data-lever="carbon.price"]')
    number = slider.locator('input[type="number"]')
    named = number.get_attribute("name") if number.count() else None
    rule = page.locator('select[name="accounting.rule"]')
    for fold in page.locator("#levers details:not([open]) > summary").all():
        if fold.is_visible():
            fold.click()
    rule.select_option("strict")
    if named:
        number.fill("250")
    page.locator('#levers button:not([type="button"])').first.click()
    page.wait_for_load_state()
    assert page.status == "optimal"
    assert page.digest != before
    assert page.parameters["accounting.rule"] == "strict"


def test_less_motion_is_respected(browser):
    page = browser.open("/?lang=en", reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((e) => {
             const style = getComputedStyle(e);
             const longest = (text) => Math.max(...text.split(',').map((t) => parseFloat(t) || 0));
             return longest(style.transitionDuration) > 0.05
               || (style.animationName !== 'none' && longest(style.animationDuration) > 0.05);
           }).map((e) => e.outerHTML.slice(0, 100))"""
    )
    assert moving == []


def test_twice_the_letter_size_still_fits(browser):
    """At 640 CSS pixels, which is the window of 1280 magnified twice."""
    page = browser.open("/?lang=en", viewport={"width": 640, "height": 450})
    assert page.overflow() <= 0


def test_the_page_is_whole_without_a_network(browser):
    """Every other host is cut off; nothing is missed."""
    context = browser.context()
    context.route(
        lambda url: not url.startswith((browser.server.origin, "data:", "blob:")),
        lambda route: route.abort(),
    )
    page = browser.open("/?lang=en", context=context)
    assert page.status == "optimal"
    failed = page.evaluate(
        """() => performance.getEntriesByType('resource')
             .filter((r) => r.responseStatus >= 400).map((r) => r.name)"""
    )
    assert failed == []
