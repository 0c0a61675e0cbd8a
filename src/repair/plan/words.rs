//! The steps of a plan in words.

use crate::model::readiness::StepBy;
use crate::model::repair::PlanStepId;
use crate::text::Text;

/// Who does a step, what there is to do beside its fixes, and what to look at before the next.
pub struct Words {
    pub by: StepBy,
    pub instruction: Option<Text>,
    pub check: Text,
    pub sources: &'static [&'static str],
}

/// The words of a step.
pub fn words(id: PlanStepId) -> Words {
    match id {
        PlanStepId::Parent => Words {
            by: StepBy::Vendor,
            instruction: None,
            check: Text {
                en: "the Identity page opens for whoever is to save",
                ja: "保存する人がIdentityページを開けること",
            },
            sources: &["A3", "A7", "A9", "A10"],
        },
        PlanStepId::ByHand => Words {
            by: StepBy::Administrator,
            instruction: None,
            check: Text {
                en: "the member list shows it, and no invitation is pending",
                ja: "メンバー一覧に反映され、保留中の招待がないこと",
            },
            sources: &["A4", "A5", "B14"],
        },
        PlanStepId::Seats => Words {
            by: StepBy::AccountOwner,
            instruction: None,
            check: Text {
                en: "the Organization page shows the seats under Total seats",
                ja: "OrganizationページのTotal seatsに反映されていること",
            },
            sources: &["B38"],
        },
        PlanStepId::People => Words {
            by: StepBy::It,
            instruction: None,
            check: Text {
                en: "export the directory again and check with it: nobody who is to stay is unassigned or in no mapped group",
                ja: "ディレクトリを再度エクスポートして確認し、残るべき人に未割り当てやマップされたグループのない人がいないこと",
            },
            sources: &["B29", "B30", "B33", "B34"],
        },
        PlanStepId::Domain => Words {
            by: StepBy::It,
            instruction: None,
            check: Text {
                en: "the domain is shown as verified",
                ja: "ドメインが確認済みと表示されること",
            },
            sources: &["A11", "A12"],
        },
        PlanStepId::Sso => Words {
            by: StepBy::It,
            instruction: None,
            check: Text {
                en: "somebody who is assigned can log in through the identity provider",
                ja: "割り当て済みの人がアイデンティティプロバイダー経由でログインできること",
            },
            sources: &["B14", "E18"],
        },
        PlanStepId::DirectorySync => Words {
            by: StepBy::It,
            instruction: None,
            check: Text {
                en: "directory sync is shown as connected",
                ja: "ディレクトリ同期が接続済みと表示されること",
            },
            sources: &["B28"],
        },
        PlanStepId::Settings => Words {
            by: StepBy::Administrator,
            instruction: None,
            check: Text {
                en: "check once more with today's exports, before you press Save: no error is left",
                ja: "保存する前に、最新のエクスポートでもう一度確認し、エラーが残っていないこと",
            },
            sources: &["B33", "B35"],
        },
        PlanStepId::Save => Words {
            by: StepBy::Administrator,
            instruction: Some(Text { en: "press Save ({mode})", ja: "保存する({mode})" }),
            check: Text {
                en: "keep this session open until you have seen that you still administer",
                ja: "管理者のロールが残っていることを確かめるまで、このセッションを閉じないこと",
            },
            sources: &["B29", "B40", "B41"],
        },
        PlanStepId::LogInAgain => Words {
            by: StepBy::People,
            instruction: Some(Text {
                en: "whoever's role or seat changes logs out and in again",
                ja: "ロールまたはシートが変わる人は、ログアウトしてログインし直す",
            }),
            check: Text {
                en: "the member list shows the roles and seats that the preview said",
                ja: "メンバー一覧のロールとシートがプレビューのとおりであること",
            },
            sources: &["B21", "B22", "B39"],
        },
        PlanStepId::SyncNow => Words {
            by: StepBy::Administrator,
            instruction: Some(Text {
                en: "press Sync now, or wait for the sync; Entra pushes every 40 minutes",
                ja: "Sync nowを押すか、同期を待つ。Entraは40分ごとに送信する",
            }),
            check: Text {
                en: "the member list shows the people, roles and seats that the preview said",
                ja: "メンバー一覧の人、ロール、シートがプレビューのとおりであること",
            },
            sources: &["B37", "B38", "B39"],
        },
    }
}
