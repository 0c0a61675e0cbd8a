//! Where people stand before and after the save, counted.

use crate::model::flow::{Flow, FlowLink, Place};
use crate::model::outcome::{Outcome, Standing};
use crate::report::Preview;
use crate::resolve::{Change, Cohort};

/// Where people stand in one state: by role, and by seat tier.
pub(super) type Places = [Place; 2];

impl Preview<'_> {
    /// Everyone, by where they stand before and after: the sums of both lists are all people.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::model::{FlowLink, Place};
    /// use rolecall::{Config, Preview, Roster};
    /// let config = Config::from_json(br#"{"organization":{"plan":"team"}}"#)?;
    /// let roster = Roster::from_json(br#"{"members":[{"email":"ann@acme.com","role":"owner"}]}"#)?;
    /// let flow = Preview::new(&config, &roster).flow();
    /// assert_eq!(flow.roles, [FlowLink { before: Place::Owner, after: Place::Owner, people: 1 }]);
    /// # Ok::<(), rolecall::Error>(())
    /// ```
    pub fn flow(&self) -> Flow {
        let (change, listed) = (self.change(), self.settled.proposed.listed_people());
        let mut counted = Counted::default();
        for cohort in change.cohorts().iter().filter(|cohort| listed.contains(&cohort.first)) {
            counted.add(before_of(change, cohort), after_of(change, cohort), cohort.count);
        }
        counted.flow()
    }
}

/// Where the people of a cohort stand before.
pub(super) fn before_of(change: Change<'_>, cohort: &Cohort) -> Places {
    let standing = change.before(cohort);
    let waiting = change.settled.before.as_ref().map(|before| before.of(cohort.id).outcome)
        == Some(Outcome::Waiting);
    if waiting { [Place::Waiting; 2] } else { places(standing) }
}

/// Where the people of a cohort stand after. Of whom it is not known, it is still known on which
/// seat they sit: they are counted among those who hold it.
pub(super) fn after_of(change: Change<'_>, cohort: &Cohort) -> Places {
    let after = change.after(cohort);
    match after.outcome {
        Outcome::Waiting => [Place::Waiting; 2],
        Outcome::Unknown => [Place::Unknown, after.tier.map_or(Place::Unknown, Place::of_tier)],
        _ => places(after.standing()),
    }
}

/// Whether they stand in one of the places that are asked for.
pub(super) fn stands_in(asked: &[Place], places: Places) -> bool {
    places.iter().any(|place| asked.contains(place))
}

fn places(standing: Option<Standing>) -> Places {
    let Some(Standing { role, seat_tier, access }) = standing else {
        return [Place::NotListed; 2];
    };
    let by_role = if access { Place::of_role(role) } else { Place::NoAccess };
    [by_role, seat_tier.map_or(Place::NoSeat, Place::of_tier)]
}

/// People, counted by pairs of places.
#[derive(Default)]
pub(super) struct Counted {
    links: [Vec<FlowLink>; 2],
}

impl Counted {
    /// So many people more, who stand in these places before and in those after.
    pub fn add(&mut self, before: Places, after: Places, people: usize) {
        for (links, (before, after)) in self.links.iter_mut().zip(before.into_iter().zip(after)) {
            match links.iter_mut().find(|link| (link.before, link.after) == (before, after)) {
                Some(link) => link.people += people,
                None if people > 0 => links.push(FlowLink { before, after, people }),
                None => {}
            }
        }
    }

    /// What was counted, in the order of the places.
    pub fn flow(self) -> Flow {
        let sorted = |links| {
            crate::sorted::sorted_by(links, |one: &FlowLink, other: &FlowLink| {
                (one.before, one.after).cmp(&(other.before, other.after))
            })
        };
        let [roles, seat_tiers] = self.links.map(sorted);
        Flow { roles, seat_tiers }
    }
}
