// What a page must keep to, whoever reads it: contrast, headings, names, tables, landmarks, languages, links, ids, width.
(() => {
	const root = document.documentElement
	const faults = new Set()
	const at = e => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + (e.getAttribute("class") ? "." + e.getAttribute("class").split(" ").join(".") : "")
	const all = (what, from = document) => [...from.querySelectorAll(what)]
	const text = e => (e.textContent || "").trim()
	all("details").forEach(e => e.open = true)
	const seen = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility === "visible" && !e.closest(".hidden, .skip")

	// width
	if (root.scrollWidth > innerWidth) faults.add(`the page is ${root.scrollWidth} px wide at ${innerWidth} px`)
	all("body *").filter(e => seen(e) && !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth + 1)
		.slice(0, 5).forEach(e => faults.add(`${at(e)} sticks out to the right`))

	if ("fits" in root.dataset) all(".scroll:not(.wide)").filter(e => e.scrollWidth > e.clientWidth + 1)
		.forEach(e => faults.add(`${at(e)} named by ${e.getAttribute("aria-labelledby")} is ${e.scrollWidth} px wide at ${e.clientWidth} px`))
	if ("paper" in root.dataset) all(".scroll").filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible")
		.forEach(e => faults.add(`${at(e)} named by ${e.getAttribute("aria-labelledby")} is cut off`))

	// contrast: WCAG 2.2, success criterion 1.4.3
	const parts = colour => {
		const numbers = (colour.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number)
		return [...(colour.startsWith("color(") ? numbers.slice(0, 3).map(n => 255 * n) : numbers.slice(0, 3)), numbers[3] ?? 1]
	}
	const over = (top, under) => [0, 1, 2].map(i => top[i] * top[3] + under[i] * (1 - top[3])).concat(1)
	const probe = Object.assign(document.createElement("p"), {style: "background: Canvas"})
	document.body.append(probe)
	const canvas = parts(getComputedStyle(probe).backgroundColor)
	probe.remove()
	const ground = e => {
		const layers = []
		for (; e; e = e.parentElement) {
			const colour = parts(getComputedStyle(e).backgroundColor)
			if (colour[3] > 0) layers.push(colour)
			if (colour[3] === 1) break
		}
		return layers.reduceRight((under, layer) => over(layer, under), canvas)
	}
	// how much of a text shines through, where it stands on the ground of an element around it
	const veil = e => {
		let share = 1
		for (; e && parts(getComputedStyle(e).backgroundColor)[3] < 1; e = e.parentElement) share *= getComputedStyle(e).opacity
		return share
	}
	// the shapes of a picture that lie under a text, the lowest first
	const shapes = (node, svg) => {
		const range = document.createRange()
		range.selectNodeContents(node)
		const box = range.getBoundingClientRect(), centre = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2)
		return all("rect, circle, ellipse, path, polygon", svg).filter(shape => !shape.closest("defs") &&
			shape.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING &&
			shape.isPointInFill(centre.matrixTransform(shape.getScreenCTM().inverse())))
	}
	const light = c => {
		const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		return 0.2126 * r + 0.7152 * g + 0.0722 * b
	}
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	let texts = 0
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const e = node.parentElement
		if (!node.data.trim() || e.closest("script, style, defs, title") || !seen(e)) continue
		texts++
		const style = getComputedStyle(e)
		const svg = e.closest("svg")
		const under = (svg ? shapes(node, svg) : []).reduce((under, shape) => {
			const {fill, fillOpacity, opacity} = getComputedStyle(shape), [r, g, b, a] = parts(fill)
			return over([r, g, b, a * fillOpacity * opacity], under)
		}, ground(svg?.parentElement ?? e))
		const [r, g, b, a] = parts(svg ? style.fill : style.color)
		const ink = over([r, g, b, a * veil(e)], under)
		const [x, y] = [light(ink), light(under)].sort((a, b) => b - a)
		const ratio = (x + .05) / (y + .05)
		const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700)
		if (ratio < (large ? 3 : 4.5)) faults.add(`${at(e)} has contrast ${ratio.toFixed(2)}: ${node.data.trim().slice(0, 30)}`)
		if (/\p{Script=Han}/u.test(node.data) && !(e.closest("[lang]").lang || "").startsWith("zh"))
			faults.add(`${at(e)} is Chinese, but its language is not stated: ${node.data.trim().slice(0, 30)}`)
	}
	if (texts < 3) faults.add(`only ${texts} texts were found`)

	// headings, landmarks, languages
	let level = 0
	all("h1, h2, h3, h4, h5, h6").forEach(h => {
		const n = Number(h.tagName[1])
		if (n > level + 1) faults.add(`${at(h)} stands below h${level}: ${text(h)}`)
		if (!text(h)) faults.add(`${at(h)} is empty`)
		level = n
	})
	if (all("h1").length !== 1) faults.add(`${all("h1").length} headings of the first level`)
	if (all("main").length !== 1) faults.add(`${all("main").length} main landmarks`)
	if (!document.querySelector("body > header")) faults.add("no header")
	if (!document.title.trim()) faults.add("no title")
	if (!document.querySelector(".skip[href='#main']")) faults.add("no link past the header")
	const shown = all("nav").filter(seen), names = shown.map(e => e.getAttribute("aria-label"))
	if (names.some(n => !n) || new Set(names).size < names.length) faults.add(`navigations named ${JSON.stringify(names)}`)
	if (!["en", "zh", "zh-CN"].includes(root.lang)) faults.add(`the language is “${root.lang}”`)

	// links, ids and names
	const ids = new Set()
	all("[id]").forEach(e => ids.has(e.id) ? faults.add(`two elements have the id ${e.id}`) : ids.add(e.id))
	all("a[href^='#']").forEach(a => ids.has(a.getAttribute("href").slice(1)) || faults.add(`nothing has the id of the link ${a.getAttribute("href")}`))
	all("[aria-labelledby]").forEach(e => e.getAttribute("aria-labelledby").split(" ").forEach(id => ids.has(id) || faults.add(`${at(e)} is named by ${id}, which is not there`)))
	const named = e => e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.getAttribute("alt") || text(e)
	all("a, button, summary, section, [role='region']").forEach(e => named(e) || faults.add(`${at(e)} has no name`))
	all("svg, img").forEach(e => e.closest("[aria-hidden='true']") || (e.tagName === "IMG" ? e.alt : e.getAttribute("role") === "img" && (e.getAttribute("aria-label") || e.getAttribute("aria-labelledby") || e.querySelector(":scope > title"))) || faults.add(`${at(e)} has no name`))
	all("input:not([type=hidden]), select, textarea").forEach(e => e.labels.length || e.getAttribute("aria-label") || faults.add(`${at(e)} has no label`))
	all(".scroll").forEach(e => e.tabIndex === 0 && e.getAttribute("role") === "region" || faults.add(`${at(e)} cannot be reached by keyboard`))

	// tables
	all("table").forEach(t => {
		const which = t.getAttribute("aria-labelledby") || t.closest("[aria-labelledby]")?.getAttribute("aria-labelledby")
		if (!t.caption && !which) faults.add(`${at(t)} has no name`)
		if (!t.tHead || !all("th", t.tHead).length) faults.add(`the table ${which} has no heads`)
		all("th", t).forEach(th => text(th) || th.getAttribute("aria-label") || faults.add(`the table ${which} has a head without words`))
		all("th", t).forEach(th => th.scope || faults.add(`the table ${which} has a head without scope: ${text(th)}`))
		const wide = tr => [...tr.cells].filter(c => c.getClientRects().length > 0).reduce((sum, c) => sum + c.colSpan, 0)
		const heads = t.tHead?.rows.length === 1 ? wide(t.tHead.rows[0]) : 0
		all("tbody tr", t).filter(tr => heads && getComputedStyle(tr).display === "table-row" && wide(tr) !== heads)
			.forEach(tr => faults.add(`the table ${which} shows ${wide(tr)} cells below ${heads} heads`))
		all("tbody tr", t).forEach(tr => tr.querySelector("th[scope='row']") || faults.add(`the table ${which} has a row without a head`))
	})
	root.setAttribute("data-faults", JSON.stringify([...faults]))
	root.setAttribute("data-dark", matchMedia("(prefers-color-scheme: dark)").matches)
})()
