//! The words of a world: the usual one first, and odd ones among them.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::LazyLock;

use arbitrary::{Arbitrary, Result, Unstructured};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// A word each by a byte; `()` stands for none.
macro_rules! words {
    ($($name:ident: $($word:expr),+;)+) => {
        $(#[derive(Arbitrary, Clone, Copy)]
        pub struct $name(u8);

        impl $name {
            fn value(self) -> &'static Value {
                static WORDS: LazyLock<Vec<Value>> = LazyLock::new(|| vec![$(json!($word)),+]);
                &WORDS[usize::from(self.0) % WORDS.len()]
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.value().serialize(serializer)
            }
        })+
    };
}

words! {
    Plan: "enterprise-seat-based", "enterprise-usage-based", "team", "console",
        "enterprise-seat-based", "enterprise-usage-based", "team", "console", "enterprise", ();
    ParentKind: (), "enterprise", "team", "console", "console", "Team";
    Mode: "scim", "jit", "manual", "scim", "jit", "scmi", ();
    Provider: "entra", "okta", "google", "other", "azure", ();
    Role: "user", "owner", "admin", "primary-owner", "developer", "billing", "claude-code-user",
        "owner", (), "Owner", 7;
    Tier: "premium", "standard", "chat-and-claude-code", "chat", "premium", "standard", "premuim", ();
    Status: (), "active", "pending", "gone";
    Kind: (), "human", "service", "robot";
    AssignmentWord: "listed", "flagged", "unknown", "lsited", ();
    Yes: true, (), true, false, "yes";
    Flag: (), true, false, 0;
    Count: 1, 0, 2, 3, 5, 20, u32::MAX, 1_u64 << 32, -1, 1.5, 1e300, "2", ();
    Percent: 20, 0, 0.1, 50, 100, 100.5, -1, "20", ();
    Domain: "acme.com", "example.jp", "ACME.com ", "acme.com.", "", 4, ();
    Email: "ann@acme.com", "ben@acme.com", "cem@acme.com", "dai@example.jp", "eve@acme.com",
        "fay@acme.com", "gil@example.org", "Ann@ACME.com", " ben@acme.com", "zoë@acme.com",
        "аnn@acme.com", "acme.com", "@", "", (), 12, "ann@acme.onmicrosoft.com";
    Name: (), "Ann", "Ben", "Cem", "文 🧑\n", "Ann  A. ", "=1+1", "", 5,
        "Zo\u{308}e \u{202E}\0\u{FEFF}", "n".repeat(200);
    Id: (), "1", "2", "3", "g1", "claude-owners", "", 1, false;
    GroupName: "claude-owners", "claude-users", "claude-premium", "everyone", "g1", "1",
        "Claude-Owners", "claude-users\u{200B}", "営業部", "contractors", "", (), 9;
}

/// What is there but for one time in eight.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Mostly<T>(Option<T>);

impl<'a, T: Arbitrary<'a>> Arbitrary<'a> for Mostly<T> {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let is_there = u8::arbitrary(bytes)? % 8 != 7;
        Ok(Self(is_there.then(|| T::arbitrary(bytes)).transpose()?))
    }
}

/// A dozen at most.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Few<T>(Vec<T>);

impl<'a, T: Arbitrary<'a>> Arbitrary<'a> for Few<T> {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self(bytes.arbitrary_iter()?.take(12).collect::<Result<_>>()?))
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

/// Values by words; of two the last.
#[derive(Arbitrary)]
pub struct Keyed<K, V>(Few<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Keyed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let word = |key: &K| json!(key).as_str().unwrap_or_default().to_owned();
        let entries: BTreeMap<_, _> =
            self.0.iter().map(|(key, value)| (word(key), value)).collect();
        entries.serialize(serializer)
    }
}
