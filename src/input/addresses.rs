//! Which of two columns holds the addresses that people are members by.

use crate::roster::{Builder, Interner, Remark, normalized};

/// Two columns of addresses, and which is taken.
#[derive(Clone, Copy, Debug)]
pub struct Addresses {
    names: [&'static str; 2],
    second_is_taken: bool,
    /// Rows in which the column taken is empty, and the other's address stands in.
    stood_in: usize,
}

impl Addresses {
    /// Takes the column of which more are members; where that does not tell, the first.
    pub fn choose(
        names: [&'static str; 2],
        builder: &mut Builder,
        rows: impl FnOnce(&mut dyn FnMut([&str; 2])),
    ) -> Self {
        let mut members = [Interner::default(), Interner::default()];
        let mut differ = false;
        rows(&mut |addresses| {
            differ |=
                !addresses[0].is_empty() && normalized(addresses[0]) != normalized(addresses[1]);
            for (members, address) in members.iter_mut().zip(addresses) {
                if builder.is_member(address) {
                    members.intern(&normalized(address));
                }
            }
        });
        let [first, second] = members.map(|members| members.len());
        let second_is_taken = second > first;
        let ([taken, other], counts) = if second_is_taken {
            ([names[1], names[0]], (second, first))
        } else {
            (names, (first, second))
        };
        if differ {
            let (members, other_members) = counts;
            let remark = Remark::AddressColumn { taken, members, other, other_members };
            builder.source().remarks.push(remark);
        }
        Self { names, second_is_taken, stood_in: 0 }
    }

    /// The address of a row.
    pub fn of<'r>(&mut self, row: [&'r str; 2]) -> &'r str {
        let [first, second] = row;
        let (taken, other) = if self.second_is_taken { (second, first) } else { (first, second) };
        if taken.trim().is_empty() && !other.trim().is_empty() {
            self.stood_in += 1;
            return other;
        }
        taken
    }

    /// Notes how often the other column stood in.
    pub fn note(&self, builder: &mut Builder) {
        if self.stood_in > 0 {
            let column = if self.second_is_taken { self.names[0] } else { self.names[1] };
            let remark = Remark::OtherAddress { column, rows: self.stood_in };
            builder.source().remarks.push(remark);
        }
    }
}
