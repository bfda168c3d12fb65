"""The search of the example: each name as it is, cut, misspelt and asked about, and what comes."""

from playwright.sync_api import expect

# Every name of the example, and what people make of it; then words that stand in texts alone.
TRIES = """async ([file, names, texts, own]) => {
  const read = async (path) => (await fetch(path)).json()
  const [core, data, words] = await Promise.all([import(file), read(names), read(texts)])
  const known = core.prepare(data)
  const pages = core.prepareText(words, known)
  const make = (name) => {
    const half = name.length >> 1
    return [
      name, name.slice(0, 3), name.slice(0, -2), name.slice(1), `x${name.slice(1)}`, `${name}ne`,
      name.slice(0, half) + name.slice(half + 1), name.slice(0, half) + "q" + name.slice(half),
      name.slice(0, half) + name[half + 1] + name[half] + name.slice(half + 2),
      name.split(" ").reverse().join(" "), name.replaceAll(/[ -]/g, ""),
      `${name} kommune`, `${name} vgs`, `${name} skole`, `hvem er up1 for ${name}`,
      `${name} og Lia`,
      name.toLowerCase().replaceAll("ø", "oe").replaceAll("æ", "ae"),
    ]
  }
  const all = data.grupper.flatMap(([, found]) => found.flatMap(([name, , , others, former]) =>
    [name, ...(others ?? []), ...(former ?? [])]))
  const said = (text, ...given) => {
    const { hits, said } = core.search(known, text, ...given)
    const best = hits.slice(0, 6).map(({ one, matched }) =>
      one.name + (matched.text && matched.text !== one.name ? ` (${matched.text})` : ""))
    return `${text}: ${best.join(", ")}. ${said}`.trimEnd() + "\\n"
  }
  const tries = [...new Set(all.flatMap(make))].map((text) => said(text))
  return [...tries, ...own.map((text) => said(text) + said(text, pages))].join("")
}"""
OWN = (
    "Eksempelby kom",
    "",
    " ",
    "bortestad",
    "borte",
    "langtvek",
    "Lia og Bortestad",
    "7010",
    "qqqq",
    "eksempler",
    "prøver",
    "knappen",
    "hvem svarer når ingen spør",
    "100000016",
    "telle eksemplene",
    "medlemmene",
    "kari",
)


def test_each_name_is_found_as_it_was(visit_example, golden):
    visited = visit_example("")
    page, dialog = visited.page, visited.page.locator("#sok")
    page.locator("#finn-k").fill("lia")
    expect(page.locator("#finn-treff")).to_have_text("1 treff")
    core = next(url for url in visited.requests if "/assets/sok." in url)
    files = [dialog.get_attribute(name) for name in ("data-navn", "data-tekst")]
    golden("sok/forsok.txt", page.evaluate(TRIES, [core, *files, OWN]))
