// What style sheets make of a page, as computed values and not as boxes: no font of a machine
// decides it. Given the text of the sheets, and where in the page to look; afterwards
// `look()` tells what each part has by the rules that may apply to it: at first all that is not the
// browser's own, then what differs from the first look. In colours that a reader has forced, only
// what a sheet says of them.
([sheets, within]) => {
  const root = document.documentElement
  const STATES = /:(hover|focus-visible|focus-within|focus|target)\b/g
  const MOVING = /^(animation|transition|scroll-behavior|border-image)/
  // What stands for several, as one would write it.
  const whole = (name) =>
    name.startsWith("--")
      ? name
      : name
          .replace(/^(margin|padding|inset)-.*|^(overflow)-[xy]$/, "$1$2")
          .replace(/^(row|column)-gap$/, "gap")
          .replace(/^(top|right|bottom|left)$/, "inset")
          .replace(/^border-.*(radius)$/, "border-$1")
          .replace(/^border-(?:(?:top|right|bottom|left|block|inline).*-)?(width|style|color)$/, "border-$1")

  // A part is called by the classes that a sheet names, below the nearest other part that has one.
  const styled = new Set(sheets.join().match(/(?<=\.)-?[a-z][\w-]*/g))
  const classes = (part) => [...part.classList].filter((name) => styled.has(name))
  const called = (part) => [part.localName, ...classes(part)].join(".")
  const around = (part) =>
    !part || part === root || part === document.body ? "" : classes(part)[0] ? `.${classes(part)[0]} ` : around(part.parentElement)
  const asked = new Set(sheets.join().match(/(?<=\[)[a-z-]+/g))
  const marks = (part) => [...part.attributes].filter(({ name }) => asked.has(name) && name !== "href" && name !== "id")
  const path = (part) =>
    part &&
    [
      path(part.parentElement),
      called(part),
      !part.previousElementSibling,
      !part.nextElementSibling,
      part.cellIndex,
      ...marks(part).map(({ name, value }) => name + value.slice(0, 3)),
    ].join()
  const alone = new Map([...document.querySelectorAll(within)].reverse().map((part) => [path(part), part]))
  const shown = new Set(alone.values())

  const found = new Map()
  const media = new Set()
  const colours = new Set()
  const read = (rules, forced) => {
    for (const rule of rules) {
      if (rule.media) media.add(rule.media.mediaText)
      if (rule.cssRules) read(rule.cssRules, forced || /forced/.test(rule.media?.mediaText))
      if (!rule.selectorText) continue
      const names = [...rule.style].map(whole).filter((name) => !MOVING.test(name))
      for (const name of names) if (name.startsWith("--")) colours.add(name)
      const kinds = new Set(rule.selectorText.match(/::[\w-]+/g) ?? [""])
      const selector = rule.selectorText
        .replaceAll(STATES, ":not(never)")
        .replaceAll(/(^|[\s,])::[\w-]+/g, "$1*")
        .replaceAll(/::[\w-]+/g, "")
      for (const part of document.querySelectorAll(selector))
        for (const kind of kinds) {
          if (!shown.has(part) || (kind === "::placeholder" && part.localName !== "input")) continue
          const own = found.get(part) ?? found.set(part, {}).get(part)
          own[kind] ??= { all: new Set(), forced: new Set() }
          for (const name of names) own[kind][forced ? "forced" : "all"].add(name)
        }
    }
  }
  for (const text of sheets) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    read(sheet.cssRules, false)
  }
  const style = (part, kind) => getComputedStyle(part, kind || null)
  const palette = [...colours].filter((name) => CSS.supports("color", style(document.body).getPropertyValue(name)))
  const parts = [...found].flatMap(([part, own]) =>
    Object.entries(own).map(([kind, { all, forced }]) => ({
      part,
      kind,
      forced,
      name: around(part.parentElement) + called(part) + kind,
      names: [...new Set([...all, ...forced])].filter((name) => !palette.includes(name)).sort(),
    })),
  )

  // Each colour of the palette has a value of its own while one looks, and is told by its name.
  const system = new Map()
  const told = (value, colour) =>
    value === colour
      ? "currentcolor"
      : (system.get(value) ??
        value.replaceAll(/rgb\(1, 2, (\d+)\)/g, (_, place) => palette[place]))
  const valuesOf = ({ part, kind, names }) => {
    const css = style(part, kind)
    if (/before|after/.test(kind) && /^(none|normal)$/.test(css.content)) return names.map(() => "")
    // The first way to ask has no word for a least length that is not given.
    const value = (name) => (/^min-/.test(name) && !kind ? `${part.computedStyleMap().get(name)}` : css.getPropertyValue(name))
    const { color } = css
    return names.map((name) => told(value(name), name === "color" ? "" : color))
  }
  // What has the focus loses it some time after it has no box.
  document.activeElement.blur()
  // Nothing has a box, so that what one asks for is no length in pixels of this window.
  root.style.display = "none"
  for (const sheet of document.styleSheets) sheet.disabled = true
  const bare = new Map()
  let first
  const own = parts.map((one) => {
    const key = [one.part.localName, one.kind, one.names].join()
    return bare.get(key) ?? bare.set(key, valuesOf(one)).get(key)
  })
  for (const sheet of document.styleSheets) sheet.disabled = false

  window.look = (forced) => {
    const both = [root, document.body]
    for (const { style } of both) for (const name of palette) style.removeProperty(name)
    root.style.fontSize = ""
    const lines = [
      ["rem", style(root).fontSize],
      ...palette.map((name) => [name, style(document.body).getPropertyValue(name)]),
    ]
    root.style.fontSize = "20px"
    for (const { style } of both)
      palette.forEach((name, place) => style.setProperty(name, `rgb(1, 2, ${place})`, "important"))
    // What a reader has forced is told by its name too: its value is the machine's.
    system.clear()
    const probe = root.appendChild(document.createElement("i"))
    for (const name of forced ? ["CanvasText", "Canvas", "GrayText", "Highlight"] : []) {
      probe.style.color = name
      system.set(style(probe).color, name)
    }
    probe.remove()
    const now = parts.map(valuesOf)
    parts.forEach((one, place) => {
      const said = one.names
        .map((name, at) => [name, now[place][at], (first ?? own)[place][at]])
        .filter(([name, value, old]) => value !== old && (!forced || one.forced.has(name)))
      if (said.length) lines.push([one.name, said.map(([name, value]) => `${name}: ${value}`).join("; ")])
    })
    first ??= now
    return lines
  }
  return [...media]
}
