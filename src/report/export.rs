//! The answer as a text of its own: people for a spreadsheet or a program, all for a change ticket.

use crate::catalog::{Role, SeatTier};
use crate::model::outcome::Standing;
use crate::model::person::Person;
use crate::model::report::Rendering;
use crate::report::Preview;
use crate::report::packed::json;
use crate::text::Locale;
use crate::vocabulary::Word;

const HEADINGS: [&str; 12] = [
    "email",
    "name",
    "outcome",
    "when",
    "roleBefore",
    "roleAfter",
    "seatTierBefore",
    "seatTierAfter",
    "accessBefore",
    "accessAfter",
    "dependsOn",
    "because",
];

impl Preview<'_> {
    /// The answer as a text of its own.
    ///
    /// ```
    /// use rolecall::report::Rendering;
    /// use rolecall::{Config, Locale, Preview, Roster};
    /// let config = Config::from_json(br#"{"organization":{"plan":"team"}}"#)?;
    /// let roster = Roster::from_json(br#"{"members":[{"email":"ann@acme.com","name":"=1+1"}]}"#)?;
    /// let table = Preview::new(&config, &roster).render(Rendering::PeopleCsv, Locale::En);
    /// assert!(table.contains("ann@acme.com,'=1+1,kept"));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn render(&self, rendering: Rendering, locale: Locale) -> String {
        match rendering {
            Rendering::PeopleCsv => csv(&self.full_report(locale).people),
            Rendering::PeopleJson => indented(&json(&self.full_report(locale).people)),
            Rendering::Markdown => super::markdown::markdown(&self.full_report(locale), locale),
        }
    }
}

/// JSON text with a line for every element. Laying out the text takes less code than another
/// serialiser for everything that is in it.
fn indented(json: &str) -> String {
    let mut text = String::new();
    let (mut depth, mut in_string, mut escaped) = (0, false, false);
    let mut rest = json.chars().peekable();
    let line = |text: &mut String, depth| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", depth));
    };
    while let Some(next) = rest.next() {
        if in_string {
            in_string = escaped || next != '"';
            escaped = !escaped && next == '\\';
            text.push(next);
            continue;
        }
        if matches!(next, '}' | ']') {
            depth -= 1;
            line(&mut text, depth);
        }
        text.push(next);
        match next {
            '"' => in_string = true,
            ':' => text.push(' '),
            ',' => line(&mut text, depth),
            '{' | '[' => match rest.next_if(|closing| matches!(closing, '}' | ']')) {
                Some(closing) => text.push(closing),
                None => {
                    depth += 1;
                    line(&mut text, depth);
                }
            },
            _ => {}
        }
    }
    text
}

/// A table with headings, a byte order mark for the sake of Excel, and no cell that runs.
fn csv(people: &[Person]) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Into memory, and every row of one length: there is nothing that could fail.
    let _ = writer.write_record(HEADINGS);
    for person in people {
        let _ = writer.write_record(cells(person).map(|cell| inert(&cell)));
    }
    let table = writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok());
    format!("\u{FEFF}{}", table.unwrap_or_default())
}

fn cells(person: &Person) -> [String; 12] {
    let role = |standing: Option<Standing>| standing.map_or("", |it| Role::word(it.role));
    let tier = |standing: Option<Standing>| {
        standing.and_then(|it| it.seat_tier).map_or("", SeatTier::word)
    };
    let access = |standing: Option<Standing>| standing.is_some_and(|it| it.access).to_string();
    let texts: Vec<_> = person.because.iter().map(|because| because.text.as_str()).collect();
    let depends: Vec<_> = person.depends_on.iter().map(|it| it.word()).collect();
    [
        person.email.clone(),
        person.name.clone().unwrap_or_default(),
        person.outcome.word().to_owned(),
        person.when.word().to_owned(),
        role(person.before).to_owned(),
        role(person.after).to_owned(),
        tier(person.before).to_owned(),
        tier(person.after).to_owned(),
        access(person.before),
        access(person.after),
        depends.join(" "),
        texts.join("; "),
    ]
}

/// The cell so that no spreadsheet takes it for a formula: with an apostrophe before it.
fn inert(cell: &str) -> String {
    const RUN: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if cell.starts_with(RUN) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{indented, inert};

    #[test]
    fn json_is_laid_out_as_serde_does() {
        let texts = [r#"[{"a":[],"b":{},"c":[1,[2]],"d":"\\\"}]{,:","e":"\\"},null]"#, "[]", "1"];
        for text in texts {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(value.to_string(), text);
            assert_eq!(indented(text), serde_json::to_string_pretty(&value).unwrap());
        }
    }

    #[test]
    fn no_cell_runs_as_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(inert(cell), format!("'{cell}"));
        }
        assert_eq!(inert("ann@acme.com"), "ann@acme.com");
    }
}
