//! Telling how far the reading of a file is.

use std::cell::Cell;
use std::fmt;

/// Whoever wants to know is told this often, in bytes: a hundred times in a file that takes long.
const STEP: usize = 128 << 10;

/// How far the reading of a file is.
#[derive(Default)]
pub struct Progress {
    listener: Option<Box<dyn Fn(usize, usize)>>,
    /// How many bytes the file has.
    total: Cell<usize>,
    /// How many bytes its text has: not as many where it was in another encoding.
    length: Cell<usize>,
    /// The offset in the text from which on the next is told.
    next: Cell<usize>,
}

impl Progress {
    /// Tells `listener` of bytes done and of how many there are.
    pub fn to(listener: impl Fn(usize, usize) + 'static) -> Self {
        Self { listener: Some(Box::new(listener)), ..Self::default() }
    }

    /// Tells nobody.
    pub fn silent() -> Self {
        Self { next: Cell::new(usize::MAX), ..Self::default() }
    }

    /// A file of `total` bytes begins, of which `length` are text.
    pub fn begin(&self, total: usize, length: usize) {
        self.total.set(total);
        self.length.set(length);
        // Where nobody listens the next is never reached.
        self.next.set(if self.listener.is_some() { STEP } else { usize::MAX });
    }

    /// The text is read up to `offset`.
    #[inline]
    pub fn at(&self, offset: usize) {
        if offset >= self.next.get() {
            self.tell(offset);
        }
    }

    #[cold]
    fn tell(&self, offset: usize) {
        self.next.set(offset + STEP);
        let total = self.total.get();
        let share = offset as f64 / self.length.get().max(1) as f64;
        self.say(((total as f64 * share) as usize).min(total));
    }

    /// The file is read.
    pub fn end(&self) {
        self.say(self.total.get());
    }

    fn say(&self, done: usize) {
        if let Some(listener) = &self.listener {
            listener(done, self.total.get());
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::STEP;
    use crate::input::{Reader, Source, SourceOptions};
    use crate::model::outcome::Side;

    /// All that is told of a file while it is read.
    fn told(side: Side, data: &[u8]) -> Vec<(usize, usize)> {
        let told = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&told);
        let mut reader = Reader::with_progress(move |done, total| {
            heard.borrow_mut().push((done, total));
        });
        let options = SourceOptions::default();
        reader
            .add(&Source { side, data, path: "/roster", options: &options, inline: false })
            .unwrap();
        drop(reader);
        Rc::into_inner(told).unwrap().into_inner()
    }

    fn rows(row: impl Fn(usize) -> String, separator: &str) -> String {
        (0..20_000).map(row).collect::<Vec<_>>().join(separator)
    }

    #[test]
    fn goes_up_in_steps_to_the_total() {
        let csv = format!(
            "Name,Email,Role,Status,Seat Tier\n{}\n",
            rows(|n| format!("Person {n},person{n}@acme.com,User,Active,Premium"), "\n")
        );
        let own =
            rows(|n| format!("{{\"email\":\"person{n}@acme.com\",\"groups\":[\"all\"]}}"), ",");
        let scim =
            rows(|n| format!("{{\"userName\":\"person{n}@acme.com\",\"id\":\"{n}\"}}"), "\n");
        let utf_16: Vec<u8> =
            format!("\u{FEFF}{csv}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (side, data) in [
            (Side::Members, csv.into_bytes()),
            (Side::Members, utf_16),
            (Side::Directory, format!("{{\"users\":[{own}]}}").into_bytes()),
            (Side::Directory, scim.into_bytes()),
        ] {
            let told = told(side, &data);
            assert!(told.iter().all(|(_, total)| *total == data.len()));
            assert_eq!(told.last(), Some(&(data.len(), data.len())));
            let done: Vec<_> = [0].into_iter().chain(told.iter().map(|(done, _)| *done)).collect();
            for step in done.windows(2) {
                assert!(step[0] < step[1] && step[1] - step[0] < 3 * STEP, "{done:?}");
            }
        }
    }
}
