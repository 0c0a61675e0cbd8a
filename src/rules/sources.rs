//! The facts that rules come from, by the numbers of the domain's source list (domain 8): A and B
//! are the two set-up articles of the vendor's help centre, E other public articles of it.

use crate::model::SourceRef;
use crate::text::{Locale, Text};

/// The facts of these numbers, with what each says.
pub fn source_refs(ids: &[&str], locale: Locale) -> Vec<SourceRef> {
    ids.iter().map(|id| SourceRef { id: (*id).to_owned(), title: title(id, locale) }).collect()
}

/// Every fact.
#[cfg(not(target_arch = "wasm32"))]
pub fn facts(locale: Locale) -> Vec<SourceRef> {
    source_refs(&FACTS.iter().map(|(id, _)| *id).collect::<Vec<_>>(), locale)
}

/// What the source says; empty for a number that is not listed.
fn title(id: &str, locale: Locale) -> String {
    let fact = FACTS.iter().find(|(known, _)| *known == id);
    fact.map_or_else(String::new, |(_, text)| text.template(locale).to_owned())
}

#[rustfmt::skip] // A table: one fact a line.
const FACTS: &[(&str, Text)] = &[
    ("A3", Text { en: "Console has no SSO by default; without Claude Enterprise, ask sales first", ja: "ConsoleにはデフォルトでSSOがなく、Enterpriseプランがなければ先に営業チームへの問い合わせが必要" }),
    ("A4", Text { en: "the IT admin must first be a Console member with the role Admin", ja: "ITアドミニストレーターはまずAdminロールを持つConsoleのメンバーでなければならない" }),
    ("A5", Text { en: "an invitation is pending until it is accepted", ja: "招待は承諾されるまで保留中として表示される" }),
    ("A7", Text { en: "an administrator who cannot open the Identity page has no parent organisation", ja: "Identityページを開けない場合は親オーガニゼーションがない" }),
    ("A8", Text { en: "a parent organisation stores the SSO settings of several organisations", ja: "親オーガニゼーションは複数のオーガニゼーションのSSO設定を保存する" }),
    ("A9", Text { en: "Console has no parent organisation by default; request it", ja: "Consoleにはデフォルトで親オーガニゼーションがなく、リクエストが必要" }),
    ("A11", Text { en: "domain verification proves ownership and enables SSO interception", ja: "ドメイン確認は所有を証明し、SSO傍受を有効にする" }),
    ("A12", Text { en: "add the domain, then the TXT record", ja: "ドメインを追加してからTXTレコードを追加する" }),
    ("B14", Text { en: "provisioning needs SSO finished and the role Admin (Console) or Owner (Claude)", ja: "プロビジョニングにはSSO設定の完了とAdmin(Console)またはOwner(Claude)ロールが必要" }),
    ("B15", Text { en: "the provisioning mode setting decides; manual is the default", ja: "プロビジョニングモードの設定で決まり、手動がデフォルト" }),
    ("B18", Text { en: "SCIM is offered on Enterprise, and on Console with its own or an Enterprise parent", ja: "SCIMはEnterpriseプラン、および独自またはEnterpriseの親オーガニゼーションを持つConsoleで利用可能" }),
    ("B19", Text { en: "SCIM is not offered on Team, nor on Console under a Team parent", ja: "SCIMはTeamプラン、およびTeamの親オーガニゼーションに参加しているConsoleでは利用できない" }),
    ("B20", Text { en: "manual: people are added and removed by hand", ja: "手動: ユーザーは手動で追加および削除される" }),
    ("B21", Text { en: "JIT: added at login as User; whoever is taken out of the app cannot log in but stays listed", ja: "JIT: ログイン時にUserロールで追加され、IdPアプリから外れたユーザーはログインできないがリストに残る" }),
    ("B22", Text { en: "JIT with mapping: the highest role among the mapped groups; without one, no login", ja: "JIT + 高度なグループマッピング: マップされたグループの最も高いロール。グループがなければログインできない" }),
    ("B23", Text { en: "SCIM: assigned users are added to all organisations joined to the parent; whoever is taken out is removed", ja: "SCIM: 割り当てられたユーザーは親オーガニゼーションに参加しているすべてのオーガニゼーションに追加され、外れると削除される" }),
    ("B24", Text { en: "SCIM with mapping: role and seat tier follow the groups; without one, removed", ja: "SCIM + 高度なグループマッピング: ロールとシートティアはグループに従い、グループアクセスがなくなると削除される" }),
    ("B25", Text { en: "roles and seat tiers of Team and seat-based Enterprise", ja: "Teamプラン / シートベースのEnterpriseプランのロールとシートティア" }),
    ("B26", Text { en: "roles and seat tiers of usage-based Enterprise", ja: "使用量ベースのEnterpriseプランのロールとシートティア" }),
    ("B27", Text { en: "roles of Console, which has no seat tiers", ja: "Consoleのロール(シートティアなし)" }),
    ("B28", Text { en: "directory sync must be connected before SCIM is chosen", ja: "SCIMを有効にする前にディレクトリ同期の接続が必要" }),
    ("B29", Text { en: "do not save before everyone is assigned: saving early deprovisions them", ja: "全員が割り当てられる前に保存しない。保存するとデプロビジョニングされる" }),
    ("B30", Text { en: "without mapping, everyone must be assigned", ja: "マッピングを使わない場合は全員の割り当てが必要" }),
    ("B31", Text { en: "create one group in the identity provider for each role and seat tier you want to give", ja: "付与したい各ロールとシートティアに対してIdPにグループを作成する" }),
    ("B33", Text { en: "at least one user, yourself included, in a group mapped to Admin (Console) or Owner (Claude)", ja: "自分を含む少なくとも1人がAdmin(Console)またはOwner(Claude)にマップされるグループに属すること" }),
    ("B34", Text { en: "everyone who needs access must be in a group before saving", ja: "アクセスが必要な全員が保存前にグループに属していること" }),
    ("B35", Text { en: "roles get groups; seat tiers only on Claude", ja: "ロールにグループをマップし、シートティアはClaudeのみ" }),
    ("B36", Text { en: "in no seat tier group: the highest available tier", ja: "シートティアのグループに属さない場合は最も高い利用可能なティア" }),
    ("B37", Text { en: "Entra pushes SCIM changes every 40 minutes", ja: "EntraはSCIMの変更を40分ごとにプッシュする" }),
    ("B38", Text { en: "in the directory but not a member: too few seats; buy, then Sync now", ja: "ディレクトリにいるのにメンバーでない場合はシート不足。購入後にSync now" }),
    ("B39", Text { en: "wrong role: group and mapping; JIT: log out and in; SCIM: Sync now or wait", ja: "ロールが誤っている場合はグループとマッピング。JITは再ログイン、SCIMはSync nowまたは待機" }),
    ("B40", Text { en: "Admin or Owner lost: whoever set up the mapping was in no group mapped to it and fell to User", ja: "Admin/Ownerの喪失: 設定した人がマップされたグループに属しておらずUserに下がった" }),
    ("B41", Text { en: "ways back: another administrator, or the group in the identity provider", ja: "復旧方法: 別のAdmin/Owner、またはIdPのグループ" }),
    ("E2", Text { en: "the primary owner is exempt from SCIM removal, but not from SSO enforcement", ja: "Primary OwnerはSCIMによる削除の対象外だが、SSO強制の対象" }),
    ("E3", Text { en: "owners and admins are not exempt from removal", ja: "OwnerとAdminも削除の対象" }),
    ("E4", Text { en: "switching to SCIM removes members who are not in the directory", ja: "SCIMへ切り替えるとディレクトリにいないメンバーは削除される" }),
    ("E5", Text { en: "JIT never frees seats by itself", ja: "JITはシートを自動では解放しない" }),
    ("E7", Text { en: "mappings override roles given by hand", ja: "マッピングは手動で付与したロールを上書きする" }),
    ("E8", Text { en: "SCIM with mapping adds only where the group is mapped; plain SCIM everywhere", ja: "マッピングありのSCIMはマップされた先だけに、マッピングなしのSCIMはすべてに追加する" }),
    ("E11", Text { en: "a changed e-mail address makes a new member and removes the old one", ja: "メールアドレスの変更は新しいメンバーを作り、古いメンバーを削除する" }),
    ("E15", Text { en: "one identity provider per parent; a domain belongs to one parent", ja: "親オーガニゼーションごとにIdPは1つ、ドメインは1つの親にのみ属する" }),
    ("E18", Text { en: "with SSO required, unassigned people of the domain lose access", ja: "SSOを必須にすると、ドメインの未割り当ての人はアクセスを失う" }),
    ("E21", Text { en: "addresses in SSO and SCIM must match exactly", ja: "SSOとSCIMのメールアドレスは完全に一致しなければならない" }),
    ("E22", Text { en: "Primary Owner, Owner, Admin, User; only Owner and up manage SSO", ja: "Primary Owner、Owner、Admin、Userの順。SSOを管理できるのはOwner以上" }),
    ("E24", Text { en: "Console Billing is not comparable with Developer or Claude Code User", ja: "ConsoleのBillingはDeveloperやClaude Code Userと高低を比較できない" }),
    ("E25", Text { en: "API keys of a removed user stay live", ja: "削除されたユーザーのAPIキーは有効なまま残る" }),
    ("E27", Text { en: "people provisioned by JIT or SCIM take the highest available tier", ja: "JITやSCIMでプロビジョニングされる人は最も高い利用可能なティアになる" }),
    ("E29", Text { en: "pending invitations hold seats", ja: "保留中の招待もシートを占有する" }),
    ("E34", Text { en: "Entra provisions only direct members of assigned groups", ja: "Entraは割り当てられたグループの直接のメンバーだけをプロビジョニングする" }),
    ("E35", Text { en: "Entra leaves out all group claims beyond 150 groups of a user", ja: "Entraは1人のグループが150を超えるとグループ要求をすべて省く" }),
    ("E36", Text { en: "Okta has no nested groups", ja: "Oktaに入れ子のグループはない" }),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_sources_that_are_listed() {
        for rule in crate::rules::RULES {
            assert!(!rule.sources.is_empty(), "{} has no source", rule.code);
            for id in rule.sources {
                assert!(!title(id, Locale::En).is_empty(), "{} names {id}", rule.code);
            }
        }
    }
}
