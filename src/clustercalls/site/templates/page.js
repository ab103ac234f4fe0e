(function () {
"use strict";
// Nothing here is needed to read the page: it says anew how long, beside it the reader's own time, and filters.
var W = JSON.parse(document.body.dataset.words), DAY = 864e5, MINUTE = 6e4, formats = {};
function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
function say(text, values) { return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; }); }
function dayOf(text) { return Date.parse(text) / DAY; }

// The day, counted from 1970, that an instant is on in a zone: a name, or an offset.
function dayIn(zone, at) {
  if (/^[+-]/.test(zone)) {
    var parts = zone.slice(1).split(":"), minutes = parts[0] * 60 + +parts[1];
    return Math.floor((at + (zone[0] === "-" ? -minutes : minutes) * MINUTE) / DAY);
  }
  formats[zone] = formats[zone] || new Intl.DateTimeFormat("en-US", {timeZone: zone, year: "numeric", month: "numeric", day: "numeric"});
  var its = {};
  formats[zone].formatToParts(at).forEach(function (part) { its[part.type] = +part.value; });
  return Date.UTC(its.year, its.month - 1, its.day) / DAY;
}

// As `render.words` counts: days up to so many, then whole months, from 24 of them on years.
function sized(days, counted, names) {
  var months = days > counted ? Math.max(3, Math.floor(days * 1200 / 36525)) : 0;
  if (months >= 24) return say(W[names + "Years"], {years: Math.floor(months / 12)});
  if (months) return say(W[names + "Months"], {months: months});
  return days === 1 ? W[names + "Day"] : say(W[names + "Days"], {days: days});
}
function left(its, now) {
  var today = dayIn(its.zone || document.body.dataset.zone, now), first = its.first ? dayOf(its.first) : today;
  var last = its.last ? dayOf(its.last) : "last" in its ? Infinity : first;
  var counted = +its.counted || W.counted, over = its.over ? Date.parse(its.over) : 0, vague = "doubtful" in its;
  if (over ? now > over : today > last) return today > last ? sized(today - last, counted, "ago") : W.over;
  if (first > today) return vague ? sized(first - today, counted, "from") : first - today === 1 ? W.day : sized(first - today, counted, "");
  if (vague) return W.anyDay;
  if (last > first) return first < today ? W.underWay : W.starts;
  if (!over) return W.today;
  var minutes = Math.floor((over - now) / MINUTE), hours = Math.floor(minutes / 60);
  if (hours) return hours === 1 ? W.hour : say(W.hours, {hours: hours});
  return minutes === 1 ? W.minute : say(W.minutes, {minutes: minutes});
}
function count() {
  var now = Date.now();
  all(".left[data-first]").forEach(function (element) {
    try {
      var text = left(element.dataset, now);
      if (text !== element.textContent) element.textContent = text;
    } catch (error) { /* A zone that this browser does not know: what the page says stays. */ }
  });
  var stale = document.getElementById("stale"), days = Math.floor((now - Date.parse(stale.dataset.made)) / DAY);
  stale.hidden = days < 8;
  if (days > 7) stale.textContent = say(W.stale, {days: days});
}
W.Days = W.days; W.Day = W.day; W.Months = W.months; W.Years = W.years;

// The reader's own time, where the clock there shows another one.
all("time[datetime*=T]").forEach(function (element) {
  var text = element.getAttribute("datetime"), at = new Date(text), parts = /([+-])(\d\d):(\d\d)$/.exec(text);
  var offset = parts ? (parts[2] * 60 + +parts[3]) * (parts[1] === "-" ? -1 : 1) : 0;
  if (-at.getTimezoneOffset() === offset) return;
  var language = document.documentElement.lang.replace(/^en$/, "en-GB"); // the order of day and month on our pages
  var time = new Intl.DateTimeFormat(language, {weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit"}).format(at);
  var own = document.createElement("span");
  own.className = "own";
  own.textContent = say(W.local, {time: time});
  element.parentNode.insertBefore(own, element.nextSibling);
  own.parentNode.insertBefore(document.createTextNode(" "), own);
});
count();
setInterval(count, MINUTE);
window.addEventListener("pageshow", count);
document.addEventListener("visibilitychange", count);

var form = document.getElementById("filters");
if (!form) return;
var cards = all(".card"), fields = all("#filters [name]");
function plain(text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
var texts = cards.map(function (card) { return plain(card.textContent + " " + JSON.parse(card.dataset.tags).join(" ")); });
function wanted() {
  var values = {};
  fields.forEach(function (field) { if (field.value.trim()) values[field.name] = field.value.trim(); });
  return values;
}
function matches(card, at, values) {
  var its = card.dataset;
  return (!values.programme || its.programme === values.programme) && (!values.kind || its.kind === values.kind) &&
    (!values.status || its.status === values.status) && (!values.tag || JSON.parse(its.tags).indexOf(values.tag) >= 0) &&
    (!values.before || (its.closes && its.closes < values.before)) &&
    (!values.text || plain(values.text).split(/\s+/).every(function (word) { return texts[at].indexOf(word) >= 0; }));
}
function apply() {
  var values = wanted(), shown = 0;
  cards.forEach(function (card, at) { shown += !(card.hidden = !matches(card, at, values)); });
  all(".group").forEach(function (group) { group.hidden = !group.querySelector(".card:not([hidden])"); });
  document.getElementById("none").hidden = shown > 0 || !cards.length;
  document.getElementById("shown").textContent = say(W.shown, {shown: shown, all: cards.length});
  all(".language a").forEach(function (link) { link.search = location.search; });
}
function write(anew) {
  var query = new URLSearchParams(wanted()).toString();
  if (query !== location.search.slice(1)) history[anew ? "pushState" : "replaceState"](null, "", query ? "?" + query : location.pathname);
  apply();
}
function read() {
  var query = new URLSearchParams(location.search);
  fields.forEach(function (field) {
    var value = query.get(field.name) || "";
    field.value = value;
    if (field.value !== value && field.options) field.add(new Option(value, value, true, true));
  });
  apply();
}
form.addEventListener("input", function (event) { if (event.target.type === "search") write(false); });
form.addEventListener("change", function () { write(true); });
form.addEventListener("submit", function (event) { event.preventDefault(); write(true); });
form.addEventListener("reset", function () { setTimeout(function () { write(true); }); });
window.addEventListener("popstate", read);
form.hidden = false;
read();
})();
