//! SCIM with Entra: changes come up to 40 minutes later.

use crate::catalog::Provider;
use crate::rules::prelude::*;

pub static RULE: Rule = Rule {
    code: "timing/entra-delay",
    severity: Severity::Info,
    sources: &["B37"],
    check,
    ..DEFAULT
};

const MESSAGE: Text = Text {
    en: "Entra pushes its changes every 40 minutes, so each may take that much longer to show",
    ja: "Entraは変更を40分ごとに送信するため、反映までその分かかることがあります",
};

const HELP: Text = Text {
    en: "wait 40 minutes before you conclude that something is wrong",
    ja: "問題があると判断する前に40分待ってください",
};

fn check(context: &Context<'_>, drafts: &mut Vec<Draft>) {
    let provider = context.config.parent.as_ref().and_then(|parent| parent.directory_sync.provider);
    if context.mode() == Mode::Scim && provider == Some(Provider::Entra) {
        drafts.push(Draft::new(&RULE, MESSAGE, HELP).at("/config/parent/directorySync/provider"));
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub static DOCS: Docs = Docs::MISSING;
