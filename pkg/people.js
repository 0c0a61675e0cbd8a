// Puts people together again: what many of them share crosses from the engine once.

/** An answer with its people put together. */
export function whole({ people, ...report }) {
  return { ...report, people: unpack(people) };
}

/** Everyone of a packed answer, each an object of their own; only reasons are shared, and therefore frozen. */
function unpack({ emails, names, fate, fates, reasons }) {
  reasons.forEach(Object.freeze);
  const words = fates.map(({ because }) => because.map((place) => reasons[place]));
  return emails.map((email, index) => {
    const name = names[index];
    const place = fate[index];
    const { before, after, outcome, when, dependsOn } = fates[place];
    const person = name === null ? { email } : { email, name };
    person.before = before && { ...before };
    person.after = after && { ...after };
    person.outcome = outcome;
    person.when = when;
    person.because = words[place].slice();
    person.dependsOn = dependsOn.slice();
    return person;
  });
}
