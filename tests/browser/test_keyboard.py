"""A walk by Tab alone: every stop can be seen, nothing holds one back, everything that can be used
is reached.
"""

from browsing import each_width

# Goes to the top and marks what ought to be reached: all that is shown and can be used. Radio
# buttons of one name are one stop, the chosen or the first.
MARK = """() => {
  document.querySelectorAll("[data-stopp]").forEach((el) => delete el.dataset.stopp)
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute("tabindex")
  const main = (el) => el.type !== "radio"
    || el === (document.querySelector(`[name="${el.name}"]:checked`)
      ?? document.querySelector(`[name="${el.name}"]`))
  const stops = [...document
    .querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  const wanted = stops.filter((el) => el.checkVisibility({ visibilityProperty: true })
    && !el.disabled && el.tabIndex >= 0 && main(el))
  wanted.forEach((el, i) => { el.dataset.stopp = i })
  return wanted.length
}"""
# What is wrong with the stop that has the focus, if anything. In a frame that scrolls sideways, a
# part in view is enough;
# the middle of a drawn arc's box is seldom on the arc, so a drawing must only lie in the window.
STOP = """() => {
  const el = document.activeElement
  if (el === document.body || el === document.documentElement) return null
  const box = el.getBoundingClientRect(), faults = [], style = getComputedStyle(el)
  const within = (low, high, end) => (Math.max(low, 0) + Math.min(high, end)) / 2
  const points = [...el.getClientRects()].map((r) => [within(r.left, r.right, innerWidth),
    within(r.top, r.bottom, innerHeight)])
  const seen = el.namespaceURI.endsWith("svg") ? box.bottom > 0 && box.top < innerHeight
    && box.right > 0 && box.left < innerWidth : points.some(([x, y]) =>
    { const top = document.elementFromPoint(x, y); return top && (el.contains(top)
    || top.contains(el)) })
  if (!box.width || !box.height) faults.push("has no size")
  const framed = el.closest(".tabellramme, pre")?.matches(":not(:focus)")
  if (!framed && (box.left < 0
    || box.right > innerWidth + 1)) faults.push("is outside of the window")
  if (!seen) faults.push("is covered or scrolled away")
  if (style.outlineStyle === "none"
    || parseFloat(style.outlineWidth) < 2) faults.push("shows no focus")
  return { stop: el.dataset.stopp ?? null, what: el.outerHTML.slice(0, 120), faults }
}"""


# Each stop is looked at when Tab is pressed there, before the focus goes on: what brought it into
# view is done then. Meanwhile nothing is drawn: nobody would see it.
LISTEN = f"""() => {{
  window.stops = []
  const look = {STOP}
  window.onkeydown = () => stops.push(look())
  document.documentElement.style.opacity = 0
  return look()
}}"""
SEEN = "() => { document.documentElement.style.opacity = ''; return stops }"


def walk(page, most):
    """Every stop from the top of the page until the focus leaves it. Fails when it never does."""
    assert page.evaluate(LISTEN) is None
    # Held down, it goes on; no script of ours listens for a key that is let go.
    page.keyboard.press("+".join(["Tab"] * (most + 1)))
    last, (_, *stops) = page.evaluate(STOP), page.evaluate(SEEN)
    left = [*stops, last].index(None) if None in [*stops, last] else None
    assert left is not None, (
        f"Fokus kommer ikke ut av siden etter {most} stopp; sist: {[*stops, last][-3:]}"
    )
    return stops[:left]


def test_everything_is_reached_and_seen(kind):
    page = kind.page
    for width in each_width(page):
        wanted = page.evaluate(MARK)
        stops = walk(page, wanted)
        assert [stop for stop in stops if stop["faults"]] == [], f"{width} px"
        reached = {stop["stop"] for stop in stops}
        missed = page.evaluate(
            "(reached) => [...document.querySelectorAll('[data-stopp]')].filter((el) =>"
            " !reached.includes(el.dataset.stopp)).map((el) => el.outerHTML.slice(0, 120))",
            list(reached),
        )
        assert missed == [], f"{width} px"
        assert [stop["what"] for stop in stops if stop["stop"] is None] == [], f"{width} px"
        assert len(stops) == wanted


def test_the_first_stop_skips_to_the_content(look):
    page = look("nettverk/fosen/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Gå til innhold"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#innhold, .ramme-bunn') !== null")


def test_the_menu_opens_and_closes_by_keys_and_its_parts_are_reached(look):
    page = look("begreper/", width=320)
    button, menu = page.get_by_role("button", name="Meny"), page.locator("#meny")
    assert menu.is_hidden()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    names = menu.get_by_role("link").all_inner_texts()
    assert {"Finn UP1", "Aktørene", "Personvern"} <= set(names)
    for name in names:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.innerText") == name
    page.keyboard.press("Escape")
    assert menu.is_hidden()
    assert page.evaluate("'meny' in document.activeElement.dataset")


def test_an_opened_search_keeps_the_focus(look):
    page = look("")
    page.get_by_role("button", name="Søk", exact=True).press("Enter")
    page.keyboard.type("Fosen")
    page.locator("#sok li").first.wait_for()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('#sok') !=="
            " null"
        )
