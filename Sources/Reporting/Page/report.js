"use strict";
(function () {
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const words = data.words;
  const format = new Intl.NumberFormat(data.lang === "vi" ? "vi-VN" : "en-GB");
  document.documentElement.classList.add("scripted");

  /** Letters without marks, in lower case: what people type in a hurry. */
  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  function metres(value) {
    if (value === null) return "–";
    return value < 1500 ? format.format(value) + " m" : format.format(Math.round(value / 100) / 10) + " km";
  }

  // Tables that sort.

  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.querySelector("button").addEventListener("click", () => {
        const isDescending = head.getAttribute("aria-sort") === "ascending"
          || (head.getAttribute("aria-sort") === null && head.classList.contains("n"));
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", isDescending ? "descending" : "ascending");
        const isNumeric = head.classList.contains("n");
        const key = (row) => {
          const cell = row.cells[column];
          if (!isNumeric) return cell.textContent.trim();
          const text = cell.dataset.v;
          return text === undefined || text === "" ? NaN : Number(text);
        };
        const collator = new Intl.Collator(data.lang, { numeric: true });
        const rows = [...table.tBodies[0].rows].map((row) => [key(row), row]);
        rows.sort(([a], [b]) => {
          if (!isNumeric) return isDescending ? collator.compare(b, a) : collator.compare(a, b);
          if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
          return isDescending ? b - a : a - b;
        });
        table.tBodies[0].append(...rows.map(([, row]) => row));
      });
    });
  }

  for (const input of document.querySelectorAll("input[data-filter]")) {
    const table = document.getElementById(input.dataset.filter);
    const status = input.closest("p").querySelector("[role=status]");
    input.addEventListener("input", () => {
      const wanted = folded(input.value.trim());
      let count = 0;
      for (const row of table.tBodies[0].rows) {
        const isShown = folded(row.textContent).includes(wanted);
        row.hidden = !isShown;
        if (isShown) count += 1;
      }
      status.textContent = wanted ? format.format(count) + " " + words.rows : "";
    });
  }

  // What is printed is printed whole.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => { for (const details of opened) details.open = false; });

  // The villages.

  const villages = data.villages;
  const count = villages.code.length;
  const places = new Array(count);
  let x = 0, y = 0;
  for (let village = 0; village < count; village += 1) {
    if (villages.x[village] === null) { places[village] = null; continue; }
    x += villages.x[village];
    y += villages.y[village];
    places[village] = L.latLng(y / 1e5, x / 1e5);
  }

  function unit(level, village) {
    const units = villages[level];
    return units && units.of[village] >= 0 ? units.names[units.of[village]] : null;
  }

  function unitsOf(village) {
    const old = [unit("commune", village), unit("district", village), unit("province", village)].filter(Boolean);
    const now = [unit("commune2025", village), unit("province2025", village)].filter(Boolean);
    return { old: old.join(", "), now: now.join(", ") };
  }

  function nameOf(village) { return villages.name[village] || words.unnamed; }

  // The map.

  /** Lines in the Encoded Polyline Algorithm Format, four decimals. */
  function decoded(text) {
    const line = [];
    let index = 0, latitude = 0, longitude = 0;
    function next() {
      let result = 0, shift = 0, byte;
      do {
        byte = text.charCodeAt(index++) - 63;
        result |= (byte & 0x1f) << shift;
        shift += 5;
      } while (byte >= 0x20);
      return result & 1 ? ~(result >> 1) : result >> 1;
    }
    while (index < text.length) {
      latitude += next();
      longitude += next();
      line.push([latitude / 1e4, longitude / 1e4]);
    }
    return line;
  }

  document.querySelector(".map-app").hidden = false;
  const view = document.getElementById("map-view");
  const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(view, {
    zoomControl: false, attributionControl: false, zoomAnimation: !isStill, fadeAnimation: !isStill, minZoom: 4, maxZoom: 16,
    zoomSnap: 0.5, wheelPxPerZoomLevel: 90,
  });
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  if (data.tiles) {
    L.control.attribution({ prefix: false }).addTo(map);
    const host = data.tiles.replace(/^[a-z]+:\/\/([^/]+)\/.*$/, "$1").replace("{s}.", "");
    L.tileLayer(data.tiles, { attribution: element("i", {}, host).outerHTML, maxZoom: 16 }).addTo(map);
  }
  for (const [name, order] of [["ground", 310], ["zones", 340], ["plan", 360], ["villages", 420], ["labels", 440]]) {
    map.createPane(name).style.zIndex = order;
  }
  for (const name of ["ground", "labels"]) map.getPane(name).style.pointerEvents = "none";

  /**
   * Thousands of dots on one canvas. Dots of a kind are one path, and the dot at a place is found by a grid, so that neither
   * drawing nor pointing grows slow.
   */
  const Dots = L.Layer.extend({
    initialize(groups, options) {
      L.setOptions(this, options);
      this.groups = groups;
    },
    onAdd(map) {
      this.canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated", this.getPane());
      this.canvas.style.pointerEvents = "none";
      this.canvas.setAttribute("aria-hidden", "true");
      map.on("moveend resize viewreset", this.draw, this);
      if (map.options.zoomAnimation) map.on("zoomanim", this.animate, this);
      this.draw();
    },
    onRemove(map) {
      map.off("moveend resize viewreset", this.draw, this);
      map.off("zoomanim", this.animate, this);
      this.canvas.remove();
    },
    animate(event) {
      const scale = map.getZoomScale(event.zoom, this.zoom);
      L.DomUtil.setTransform(
        this.canvas, map._latLngBoundsToNewLayerBounds(this.bounds, event.zoom, event.center).min, scale);
    },
    radius(group) { return this.options.radius(group, map.getZoom()); },
    draw() {
      const size = map.getSize(), padding = size.multiplyBy(0.2).round();
      const corner = map.containerPointToLayerPoint(padding.multiplyBy(-1)).round();
      const whole = size.add(padding.multiplyBy(2));
      const ratio = window.devicePixelRatio || 1;
      this.zoom = map.getZoom();
      this.bounds = L.latLngBounds(map.layerPointToLatLng(corner), map.layerPointToLatLng(corner.add(whole)));
      L.DomUtil.setPosition(this.canvas, corner);
      this.canvas.width = whole.x * ratio;
      this.canvas.height = whole.y * ratio;
      this.canvas.style.width = whole.x + "px";
      this.canvas.style.height = whole.y + "px";
      const context = this.canvas.getContext("2d");
      context.scale(ratio, ratio);
      const origin = map.getPixelOrigin().add(corner);
      const scale = 256 * Math.pow(2, this.zoom);
      this.cells = new Map();
      for (const group of this.groups) {
        if (group.isHidden) continue;
        const radius = this.radius(group);
        context.beginPath();
        for (let index = 0; index < group.members.length; index += 1) {
          const village = group.members[index];
          const px = group.wx[index] * scale - origin.x, py = group.wy[index] * scale - origin.y;
          if (px < -radius || py < -radius || px > whole.x + radius || py > whole.y + radius) continue;
          context.moveTo(px + radius, py);
          context.arc(px, py, radius, 0, 7);
          if (this.options.isPassive) continue;
          const key = (px >> 4) * 4096 + (py >> 4);
          const cell = this.cells.get(key);
          if (cell) cell.push([px, py, village, radius]); else this.cells.set(key, [[px, py, village, radius]]);
        }
        context.fillStyle = group.colour;
        context.fill();
        if (group.edge && radius > 3.6) {
          context.strokeStyle = group.edge;
          context.lineWidth = 0.8;
          context.stroke();
        }
      }
      this.corner = corner;
    },
    /** The village nearest to a point of the map's frame, within a finger's breadth; -1 where there is none. */
    at(point, reach) {
      const where = map.containerPointToLayerPoint(point).subtract(this.corner);
      let best = -1, least = Infinity;
      const cells = Math.ceil(reach / 16);
      for (let column = (where.x >> 4) - cells; column <= (where.x >> 4) + cells; column += 1) {
        for (let row = (where.y >> 4) - cells; row <= (where.y >> 4) + cells; row += 1) {
          for (const [px, py, village, radius] of this.cells.get(column * 4096 + row) || []) {
            const distance = Math.hypot(px - where.x, py - where.y) - radius;
            if (distance <= reach && distance <= least) { least = distance; best = village; }
          }
        }
      }
      return best;
    },
  });

  /** Members of a group with their places on the Mercator square from 0 to 1. */
  function dotGroup(members, latLngs, colour, more) {
    const wx = new Float64Array(members.length), wy = new Float64Array(members.length);
    latLngs.forEach((place, index) => {
      const lat = place.lat !== undefined ? place.lat : place[0], lng = place.lng !== undefined ? place.lng : place[1];
      const sine = Math.sin(lat * Math.PI / 180);
      wx[index] = lng / 360 + 0.5;
      wy[index] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    });
    return Object.assign({ members, wx, wy, colour }, more);
  }

  const isDark = window.matchMedia("(prefers-color-scheme: dark)");
  const communePlaces = decoded(data.communes);
  const communes = new Dots(
    [dotGroup(communePlaces.map((_, index) => index), communePlaces, isDark.matches ? "#2b3c46" : "#dbe3e7", {})],
    { pane: "ground", isPassive: true, radius: (_, zoom) => Math.max(1.5, Math.min(4, (zoom - 4) * 1.1)) });
  if (communePlaces.length) communes.addTo(map);

  const byLack = data.lacks.map(() => []);
  for (let village = 0; village < count; village += 1) {
    if (places[village]) byLack[Number(villages.lack[village])].push(village);
  }
  const order = [...data.lacks.keys()].sort((a, b) => data.lacks[a].size - data.lacks[b].size || a - b);
  const groups = order.map((lack) => dotGroup(
    byLack[lack], byLack[lack].map((village) => places[village]), data.lacks[lack].colour,
    { lack, size: data.lacks[lack].size, edge: "#ffffff" }));
  const dots = new Dots(groups, {
    pane: "villages",
    radius: (group, zoom) => group.size * Math.max(1, Math.min(6, 1.1 + (zoom - 5.5) * 0.55)),
  }).addTo(map);

  // Which villages are shown.

  const lacks = document.getElementById("map-lacks");
  for (const group of [...groups].reverse()) {
    if (!group.members.length) continue;
    const box = element("input", { type: "checkbox", checked: "", "data-lack": group.lack });
    const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = group.colour;
    lacks.append(element(
      "label", {}, box, swatch, data.lacks[group.lack].name, element("b", {}, format.format(group.members.length))));
    box.addEventListener("change", () => { group.isHidden = !box.checked; dots.draw(); });
  }

  // Layers.

  const style = getComputedStyle(document.documentElement);
  const colours = {
    fibre: style.getPropertyValue("--fibre").trim(), signal: style.getPropertyValue("--signal").trim(),
    power: style.getPropertyValue("--power").trim(), roads: isDark.matches ? "#7d7058" : "#b3a07c",
  };
  const layers = {};
  for (const [kind, lines] of Object.entries(data.lines)) {
    layers[kind] = () => L.polyline(lines.map(decoded), {
      pane: "ground", renderer: L.canvas({ pane: "ground" }), color: colours[kind], weight: kind === "roads" ? 1 : 1.4,
      opacity: 0.9, interactive: false, smoothFactor: 1.2,
    });
  }
  /** Names of provinces; where two would stand on each other only the first does. */
  layers.provinces = () => {
    const labels = L.layerGroup(data.provinces.map(([name, latitude, longitude]) => L.tooltip({
      permanent: true, direction: "center", className: "province", pane: "labels", opacity: 1,
    }).setLatLng([latitude, longitude]).setContent(element("span", {}, name))));
    function thin() {
      const kept = [];
      labels.eachLayer((label) => {
        const made = label.getElement();
        if (!made) return;
        made.style.visibility = "";
        const box = made.getBoundingClientRect();
        const isFree = kept.every((other) => box.left > other.right || box.right < other.left
          || box.top > other.bottom || box.bottom < other.top);
        if (isFree) kept.push(box); else made.style.visibility = "hidden";
      });
    }
    labels.on("add", () => { map.on("zoomend", thin); setTimeout(thin); });
    labels.on("remove", () => map.off("zoomend", thin));
    return labels;
  };
  for (const service of new Set(data.zones.map((zone) => zone.service))) {
    const renderer = L.svg({ pane: "zones" });
    layers["zones-" + service] = () => L.layerGroup(data.zones.filter((zone) => zone.service === service).map((zone) => {
      const polygon = L.polygon(zone.rings.map(decoded), {
        pane: "zones", renderer, color: colours[service], weight: 1, fillOpacity: 0.14, fillRule: "evenodd" });
      const text = `${words.zone} ${zone.id}: ${format.format(zone.villages)} ${words.villages}, `
        + `${format.format(zone.people)} ${words.people}`;
      return polygon.bindTooltip(element("span", {}, text), { sticky: true });
    }));
  }
  const planYear = document.getElementById("plan-year");
  // Thousands of things, so on a canvas; what is pointed at is found within three pixels.
  const planRenderer = L.canvas({ pane: "plan", padding: 0.2, tolerance: 3 });
  layers.plan = () => {
    const last = planYear ? Number(planYear.value) : Infinity;
    return L.layerGroup(data.plan.filter((item) => item.year !== null && item.year <= last).map((item) => {
      const line = decoded(item.line);
      const options = { pane: "plan", renderer: planRenderer, color: colours[item.service] || "#12834b", weight: 2.2 };
      const shape = line.length > 1 ? L.polyline(line, options)
        : L.circleMarker(line[0], Object.assign(options, { radius: 4, fillOpacity: 0.9, color: isDark.matches ? "#16222a" : "#ffffff", weight: 1,
          fillColor: colours[item.service] || "#12834b" }));
      const text = [item.kind, item.year, item.cost].filter((part) => part !== null).join(", ");
      return shape.bindTooltip(element("span", {}, text), { sticky: true });
    }));
  };
  const shown = {};
  function show(key, isOn) {
    if (shown[key]) { shown[key].remove(); delete shown[key]; }
    if (isOn && layers[key]) shown[key] = layers[key]().addTo(map);
  }

  const known = places.filter(Boolean);
  if (known.length) map.fitBounds(L.latLngBounds(known), { padding: [16, 16], animate: false });
  else map.setView([16, 106], 5.5);
  const whole = L.latLngBounds(known.length ? known : [[8.5, 102], [23.4, 109.5]]);
  map.setMaxBounds(L.latLngBounds(
    [whole.getSouth() - 6, whole.getWest() - 6], [whole.getNorth() + 6, whole.getEast() + 6]));
  for (const box of document.querySelectorAll("#map-layers input")) {
    show(box.dataset.layer, box.checked);
    box.addEventListener("change", () => show(box.dataset.layer, box.checked));
  }
  if (planYear) planYear.addEventListener("change", () => show("plan", document.querySelector("[data-layer=plan]").checked));

  // The account of a village.

  const account = document.getElementById("account");
  const ring = L.circleMarker([0, 0], {
    pane: "villages", renderer: L.svg({ pane: "villages" }), radius: 11, weight: 3, color: "#d0006f", fill: false, interactive: false });

  function choose(village, isMoving) {
    account.replaceChildren(...accountOf(village));
    account.dataset.village = village;
    if (places[village]) {
      ring.setLatLng(places[village]).addTo(map);
      if (isMoving) map.setView(places[village], Math.max(map.getZoom(), 11), { animate: false });
    } else {
      ring.remove();
    }
  }

  function accountOf(village) {
    const units = unitsOf(village);
    const made = [element("h3", {}, nameOf(village))];
    if (units.old) made.push(element("p", {}, units.old));
    if (units.now) made.push(element("p", { class: "quiet" }, `${units.now} (${words.since2025})`));
    made.push(element("p", { class: "quiet" }, `${words.code} ${villages.code[village]}`));
    made.push(element("p", {}, [
      [words.population, villages.people[village]], [words.households, villages.households[village]],
    ].map(([name, value]) => `${name}: ${value === null ? "–" : format.format(value)}`).join("; ")));
    made.push(element("p", { class: "quiet" }, places[village]
      ? `${words.position}: ${places[village].lng.toFixed(5)}, ${places[village].lat.toFixed(5)}` : words.noPlace));
    made.push(servicesOf(village));
    if (villages.measures.length) {
      made.push(element("h4", {}, words.measures), ...villages.measures.map((measure) =>
        element("p", {}, `${measure.name}: ${metres(measure.metres[village])}`)));
    }
    if (villages.score) made.push(...scoreOf(village));
    return made;
  }

  function servicesOf(village) {
    const rows = data.services.map((service, place) => {
      const column = villages.service[place];
      const status = ["served", "unserved", "unknown"][Number(column.status[village])];
      const doubt = column.doubt && column.doubt[village] === "1" ? ` (${words.doubtful})` : "";
      const rule = Number(column.rule[village]) > 0 ? service.rules[Number(column.rule[village]) - 1] : "";
      const row = element("tr", {}, element("th", { scope: "row" }, service.name),
        element("td", { class: status }, words[status] + doubt), element("td", {}, metres(column.metres[village])));
      if (rule) row.title = `${words.rule}: ${rule}`;
      return row;
    });
    return element("table", {}, element("thead", {}, element("tr", {},
      ...[words.service, words.status, words.distance].map((word) => element("th", { scope: "col" }, word)))),
    element("tbody", {}, ...rows));
  }

  function scoreOf(village) {
    const decimal = new Intl.NumberFormat(data.lang === "vi" ? "vi-VN" : "en-GB",
      { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const parts = villages.parts.map((part) => [part.name, part.of[village]]).filter(([, value]) => value > 0)
      .sort((a, b) => b[1] - a[1]);
    const made = [element("h4", {}, `${words.score} ${decimal.format(villages.score[village] / 100)}; `
      + `${words.rank} ${format.format(villages.rank[village])} ${words.of} ${format.format(count)}`)];
    if (parts.length) made.push(element("p", { class: "quiet" }, words.reasons));
    for (const [name, value] of parts) {
      const bar = element("i", { "aria-hidden": "true" });
      bar.style.setProperty("--part", Math.min(100, value / 30) + "%");
      made.push(element("div", { class: "part" }, element("span", {}, name),
        element("span", {}, decimal.format(value / 100)), bar));
    }
    return made;
  }

  map.on("click", (event) => {
    const village = dots.at(event.containerPoint, 8);
    if (village >= 0) choose(village, false);
  });
  const hint = L.tooltip({ direction: "top", offset: [0, -6], opacity: 0.95 });
  map.on("mousemove", (event) => {
    const village = dots.at(event.containerPoint, 2);
    view.style.cursor = village >= 0 ? "pointer" : "";
    if (village >= 0) hint.setLatLng(places[village]).setContent(element("span", {}, nameOf(village))).addTo(map);
    else hint.remove();
  });
  map.on("mouseout", () => hint.remove());
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.village");
    if (!button) return;
    choose(Number(button.dataset.village), true);
    document.getElementById("map").scrollIntoView();
    view.focus({ preventScroll: true });
  });

  // The search.

  const search = document.getElementById("search");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  const limit = 40;
  let index = null, found = [], active = -1;

  function matches(text) {
    if (!index) {
      index = villages.name.map((name, village) =>
        [folded(name), folded([villages.code[village], unitsOf(village).old, unitsOf(village).now].join(" "))]);
    }
    const wanted = folded(text).split(/[\s,]+/).filter(Boolean);
    if (!wanted.length) return [];
    const phrase = wanted.join(" ");
    const hits = [];
    index.forEach(([name, rest], village) => {
      const both = name + " " + rest;
      if (!wanted.every((word) => both.includes(word))) return;
      const rank = name === phrase ? 0 : name.endsWith(" " + phrase) ? 1 : name.includes(phrase) ? 2
        : wanted.every((word) => name.includes(word)) ? 3 : 4;
      hits.push([rank, village]);
    });
    hits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return hits.map(([, village]) => village);
  }

  function list() {
    const all = matches(search.value);
    found = all.slice(0, limit);
    active = -1;
    results.replaceChildren(...found.map((village, place) => element(
      "li", { role: "option", id: "search-" + place, "aria-selected": "false" }, nameOf(village),
      element("small", {}, unitsOf(village).old || unitsOf(village).now || villages.code[village]))));
    const isOpen = found.length > 0;
    results.hidden = !isOpen;
    search.setAttribute("aria-expanded", String(isOpen));
    search.removeAttribute("aria-activedescendant");
    status.textContent = !search.value.trim() ? ""
      : all.length ? format.format(all.length) + " " + words.found : words.none;
  }

  function close() {
    results.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  }

  function activate(place) {
    if (results.children[active]) results.children[active].setAttribute("aria-selected", "false");
    active = place;
    const item = results.children[active];
    if (!item) return;
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    search.setAttribute("aria-activedescendant", item.id);
  }

  search.addEventListener("input", list);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (results.hidden) list();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // From nothing chosen up is the last.
      const next = active < 0 && step < 0 ? found.length - 1 : active + step;
      if (found.length) activate((next + found.length) % found.length);
      event.preventDefault();
    } else if (event.key === "Enter" && found.length) {
      choose(found[Math.max(active, 0)], true);
      close();
      event.preventDefault();
    } else if (event.key === "Escape") {
      close();
    }
  });
  search.addEventListener("blur", () => setTimeout(close, 150));
  results.addEventListener("mousedown", (event) => {
    const item = event.target.closest("li");
    if (!item) return;
    event.preventDefault();
    choose(found[Number(item.id.slice(7))], true);
    close();
  });
})();
