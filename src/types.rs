//! TypeScript declarations of everything that crosses the boundary, and JSON Schemas, written from the Rust types.

mod findings;
pub(crate) mod schema;
mod words;

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

pub(crate) use findings::{Finding, RuleCode};
pub use schema::schemas;

/// A map whose keys are words of a set: `Partial<Record<Role, …>>`.
pub(crate) struct By<K, V>(std::marker::PhantomData<(K, V)>);

impl<K: TS + 'static, V: TS + 'static> TS for By<K, V> {
    type WithoutGenerics = By<ts_rs::Dummy, ts_rs::Dummy>;
    type OptionInnerType = Self;

    fn name(config: &Config) -> String {
        format!("Partial<Record<{}, {}>>", K::name(config), V::name(config))
    }

    fn inline(config: &Config) -> String {
        Self::name(config)
    }

    fn visit_generics(visitor: &mut impl TypeVisitor)
    where
        Self: 'static,
    {
        visitor.visit::<K>();
        visitor.visit::<V>();
    }
}

/// Declares a type that TypeScript has and Rust has not.
macro_rules! named {
    ($name:ident, $docs:literal, $declaration:expr $(, $dependency:ty)*) => {
        impl TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &Config) -> String {
                stringify!($name).to_owned()
            }

            fn inline(config: &Config) -> String {
                Self::name(config)
            }

            fn decl(_: &Config) -> String {
                $declaration
            }

            fn docs() -> Option<String> {
                Some(concat!("/**\n * ", $docs, "\n */\n").to_owned())
            }

            fn visit_dependencies(_visitor: &mut impl TypeVisitor)
            where
                Self: 'static,
            {
                $(_visitor.visit::<$dependency>();)*
            }

            fn output_path() -> Option<std::path::PathBuf> {
                Some(concat!(stringify!($name), ".ts").into())
            }
        }
    };
}
use named;

/// Calls a macro with every type that crosses the boundary by itself and not only within another.
macro_rules! crossing {
    ($of:ident) => {
        $of!(
            crate::model::ConfigDocument,
            crate::model::RosterDocument,
            crate::model::DirectorySummary,
            crate::model::FullReport,
            crate::model::Report,
            crate::model::Catalog,
            crate::input::ErrorReport,
            crate::model::Repair,
            crate::model::Unrepaired,
            crate::model::SearchBound,
            crate::input::Options,
            crate::input::SourceOptions,
            crate::input::Column,
            crate::input::Inspection,
            crate::model::Rendering,
            crate::model::PeopleQuery,
            crate::model::PeoplePage,
            crate::model::Flow,
            crate::model::Comparison,
            crate::rules::RuleDocument
        )
    };
}
use crossing;

/// The declarations, as the text of a TypeScript module.
///
/// # Example
///
/// ```
/// assert!(rolecall::types::declarations().contains("export type Report ="));
/// ```
pub fn declarations() -> String {
    let mut declared =
        Declared { config: Config::default(), types: BTreeMap::new(), words: words::explained() };
    macro_rules! declare {
        ($($name:ty),+) => { $(declared.visit::<$name>();)+ };
    }
    crossing!(declare);
    let types = declared.types.into_values().collect::<Vec<_>>().join("\n\n");
    format!("// Written from the Rust types by `cargo xtask build`.\n\n{types}\n")
}

/// The types declared so far, by name.
struct Declared {
    config: Config,
    types: BTreeMap<String, String>,
    /// What the words of closed sets mean.
    words: BTreeMap<String, Vec<String>>,
}

impl TypeVisitor for Declared {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::name(&self.config);
        if T::output_path().is_none() || self.types.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let docs = with_words(&without_example(&docs), self.words.get(&name));
        let declaration = format!("{docs}export {}", T::decl(&self.config));
        self.types.insert(name, declaration);
        T::visit_dependencies(self);
    }
}

/// A type's documentation up to its example, which is Rust's own.
fn without_example(docs: &str) -> String {
    match docs.split_once("\n *\n * # Example\n") {
        Some((docs, _)) => format!("{docs}\n */\n"),
        None => docs.to_owned(),
    }
}

/// The documentation of a closed set with what its words mean.
fn with_words(docs: &str, words: Option<&Vec<String>>) -> String {
    match (docs.strip_suffix("\n */\n"), words) {
        (Some(docs), Some(words)) => format!("{docs}\n *\n * {}\n */\n", words.join("\n * ")),
        _ => docs.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_example_in_rust_is_declared() {
        let text = super::declarations();
        let schemas = format!("{:?}", super::schemas());
        for text in [&text, &schemas] {
            assert!(!text.contains("# Example") && !text.contains("```"));
        }
        assert!(text.contains(" * - `scim`: "), "the words of closed sets are explained");
        // What stands before it is whole.
        assert!(
            text.contains("/**\n * Where a statement comes from.\n */\nexport type SourceRef =")
        );
    }

    #[test]
    fn every_type_named_is_declared() {
        let text = super::declarations();
        for name in [
            "Config",
            "RosterDocument",
            "Member",
            "FullReport",
            "Report",
            "Finding",
            "RuleCode",
            "Catalog",
            "Reason",
            "ColumnMap",
            "Inspection",
            "SourceOptions",
        ] {
            assert!(text.contains(&format!("export type {name} =")), "{name} is not declared");
        }
    }
}
