//! The answer as a text of its own: people for a spreadsheet or a program, all for a change ticket.

use crate::catalog::{Role, SeatTier};
use crate::input::Options;
use crate::model::Rendering;
use crate::model::outcome::Standing;
use crate::model::person::Person;
use crate::report::{FullReport, Preview};
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
    /// # Example
    ///
    /// ```
    /// use rolecall::model::Rendering;
    /// use rolecall::Options;
    /// use rolecall::{Config, Preview, Roster};
    /// let config = Config::from_json(br#"{"organization":{"plan":"team"}}"#)?;
    /// let roster = Roster::from_json(br#"{"members":[{"email":"ann@acme.com","name":"=1+1"}]}"#)?;
    /// let table = Preview::new(&config, &roster).render(Rendering::PeopleCsv, &Options::default());
    /// assert!(table.contains("ann@acme.com,'=1+1,kept"));
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn render(&self, rendering: Rendering, options: &Options) -> String {
        let locale = options.locale;
        match rendering {
            Rendering::PeopleCsv => csv(&self.everyone(locale)),
            // What is only texts, numbers and lists has no way to fail.
            Rendering::PeopleJson => {
                serde_json::to_string_pretty(&self.everyone(locale)).unwrap_or_default()
            }
            Rendering::Markdown => {
                let answer =
                    FullReport { report: self.answer(options), people: self.everyone(locale) };
                super::markdown::markdown(&answer, &self.fingerprint(), locale)
            }
        }
    }
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
    use super::inert;

    #[test]
    fn no_cell_runs_as_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(inert(cell), format!("'{cell}"));
        }
        assert_eq!(inert("ann@acme.com"), "ann@acme.com");
    }
}
