// chrono-node for dates_bench: the same input and output as timex_eval. Languages that it lacks are read as English.
import { readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'

const parsers = { en: chrono.en, de: chrono.de, fr: chrono.fr, es: chrono.es, it: chrono.it, pt: chrono.pt }
const two = number => String(number).padStart(2, '0')
const day = (part, last) => { // what is not certain in the answer leaves the whole month or year open
  const year = part.get('year')
  const month = part.isCertain('month') || part.isCertain('weekday') || part.isCertain('day') ? part.get('month') : last ? 12 : 1
  const exact = part.isCertain('day') || part.isCertain('weekday')
  const number = exact ? part.get('day') : last ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 1
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(number)}`
}

let spent = 0, bytes = 0, count = 0
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const { id, text, lang, dct } = JSON.parse(line)
  const start = process.cpuUsage()
  const found = (parsers[lang] ?? chrono.en).parse(text, new Date(dct + 'T12:00:00'))
  const used = process.cpuUsage(start)
  spent += (used.user + used.system) / 1e6
  bytes += Buffer.byteLength(text)
  count += found.length
  const timexes = found.map(one => ({ earliest: day(one.start, false), latest: day(one.end ?? one.start, true) }))
  console.log(JSON.stringify({ id, timexes }))
}
console.error(JSON.stringify({ seconds: spent, bytes, found: count }))
