//! The steps in words.

use crate::model::readiness::{StepBy, StepId};
use crate::text::Text;

pub const NOT_NEEDED: Text =
    Text { en: "these settings do not need it", ja: "この設定では不要です" };

pub const HELD: Text = Text {
    en: "the errors above have to be mended first",
    ja: "先に上記のエラーを解消する必要があります",
};

/// What a step is called, who does it, and how it reads.
pub struct Words {
    pub by: StepBy,
    pub sources: &'static [&'static str],
    pub title: Text,
    pub done: Text,
    pub open: Text,
}

/// The words of a step.
pub fn words(id: StepId) -> Words {
    match id {
        StepId::ItAdmin => Words {
            by: StepBy::AccountOwner,
            sources: &["A4", "A5", "B14"],
            title: Text {
                en: "give the IT administrator the role {role}",
                ja: "ITアドミニストレーターに {role} ロールを付与する",
            },
            done: Text {
                en: "an active member holds the role {role}",
                ja: "有効なメンバーが {role} ロールを持っています",
            },
            open: Text {
                en: "no active member who is a person holds the role {role}; an invitation counts only once it is accepted",
                ja: "{role} ロールを持つ有効なメンバーがいません。招待は承諾されるまで数えません",
            },
        },
        StepId::Parent => Words {
            by: StepBy::Vendor,
            sources: &["A3", "A7", "A8", "A9"],
            title: Text {
                en: "have a parent organisation set up",
                ja: "親オーガニゼーションを作成してもらう",
            },
            done: Text {
                en: "there is a parent organisation",
                ja: "親オーガニゼーションがあります",
            },
            open: Text {
                en: "there is none: ask the vendor's sales team for it, and confirm that the Identity page opens",
                ja: "まだありません。営業チームにリクエストし、Identityページを開けることを確認してください",
            },
        },
        StepId::Domain => Words {
            by: StepBy::It,
            sources: &["A11", "A12"],
            title: Text {
                en: "verify the company's domain", ja: "会社のドメインを確認する"
            },
            done: Text { en: "a domain is verified", ja: "ドメインは確認済みです" },
            open: Text {
                en: "no domain is verified: add it, then publish the TXT record that is shown",
                ja: "確認済みのドメインがありません。ドメインを追加し、表示されるTXTレコードを登録してください",
            },
        },
        StepId::Sso => Words {
            by: StepBy::It,
            sources: &["B14"],
            title: Text {
                en: "connect SSO to the identity provider",
                ja: "アイデンティティプロバイダーとSSOを接続する",
            },
            done: Text { en: "SSO is connected", ja: "SSOは接続済みです" },
            open: Text { en: "SSO is not connected", ja: "SSOが接続されていません" },
        },
        StepId::DirectorySync => Words {
            by: StepBy::It,
            sources: &["B28"],
            title: Text {
                en: "connect directory sync (SCIM)",
                ja: "ディレクトリ同期(SCIM)を接続する",
            },
            done: Text {
                en: "directory sync is connected", ja: "ディレクトリ同期は接続済みです"
            },
            open: Text {
                en: "directory sync is not connected: choose Setup SCIM in Identity and access",
                ja: "ディレクトリ同期が接続されていません。Identity and accessのSetup SCIMから設定してください",
            },
        },
        StepId::Mode => Words {
            by: StepBy::Administrator,
            sources: &["B15", "B18", "B19"],
            title: Text {
                en: "choose the provisioning mode",
                ja: "プロビジョニングモードを選択する",
            },
            done: Text { en: "{mode} is chosen", ja: "{mode} が選択されています" },
            open: Text {
                en: "{mode} is not offered to this organisation",
                ja: "{mode} はこのオーガニゼーションでは利用できません",
            },
        },
        StepId::AssignPeople => Words {
            by: StepBy::It,
            sources: &["B29", "B30"],
            title: Text {
                en: "assign everyone who is to stay to the application",
                ja: "残すべき全員をアプリケーションに割り当てる",
            },
            done: Text {
                en: "no member loses access for not being assigned",
                ja: "未割り当てのためにアクセスを失うメンバーはいません",
            },
            open: Text {
                en: "{unassigned} {unassigned|member|members} known to lose access {unassigned|is|are} not assigned in the identity provider; who is assigned must be known for all",
                ja: "アクセスを失うことが分かっているメンバーのうち {unassigned} 人が未割り当てです。全員の割り当て状況が分かる必要があります",
            },
        },
        StepId::Groups => Words {
            by: StepBy::It,
            sources: &["B31", "B34"],
            title: Text {
                en: "create the groups and add people to them",
                ja: "グループを作成し、ユーザーを追加する",
            },
            done: Text {
                en: "every mapped group exists and has assigned people",
                ja: "マップされたすべてのグループが存在し、割り当て済みの人がいます",
            },
            open: Text {
                en: "some mapped group does not exist, or nobody assigned is known to be in it",
                ja: "存在しない、または割り当て済みの人がいないマップ済みグループがあります",
            },
        },
        StepId::Mapping => Words {
            by: StepBy::Administrator,
            sources: &["B33", "B35"],
            title: Text {
                en: "map the groups to roles and seat tiers",
                ja: "グループをロールとシートティアにマップする",
            },
            done: Text {
                en: "whoever saves keeps the role {role} or higher",
                ja: "保存する人は {role} 以上のロールを維持します",
            },
            open: Text {
                en: "whoever saves would not keep the role {role}: map a group to it that holds them",
                ja: "保存する人が {role} ロールを維持できません。本人が属するグループをマップしてください",
            },
        },
        StepId::Save => Words {
            by: StepBy::Administrator,
            sources: &["B29"],
            title: Text { en: "save the changes", ja: "変更を保存する" },
            done: Text {
                en: "these settings are in force already",
                ja: "この設定はすでに有効です",
            },
            open: Text {
                en: "nothing blocks the save", ja: "保存を妨げるものはありません"
            },
        },
        StepId::LogInAgain => Words {
            by: StepBy::People,
            sources: &["B39"],
            title: Text {
                en: "have people log out and in again",
                ja: "ログアウトしてログインし直してもらう",
            },
            done: Text {
                en: "nobody's change waits for a login",
                ja: "ログイン待ちの変更はありません",
            },
            open: Text {
                en: "after the save, changes take effect at each person's next login",
                ja: "保存後、変更は各自の次のログインで反映されます",
            },
        },
        StepId::SyncNow => Words {
            by: StepBy::Administrator,
            sources: &["B38", "B39"],
            title: Text {
                en: "press Sync now, or wait for the next sync",
                ja: "Sync nowを押すか、次の自動同期を待つ",
            },
            done: Text {
                en: "nobody's change waits for a sync", ja: "同期待ちの変更はありません"
            },
            open: Text {
                en: "after the save, see that the sync has brought everyone who is due",
                ja: "保存後、同期で全員が反映されたことを確認してください",
            },
        },
    }
}
