//! What the errors say, and what to do about them.

use super::{Binary, Error, TableMatter};
use crate::catalog::Plan;
use crate::input::Part;
use crate::model::outcome::Side;
use crate::model::read::shorten;
use crate::model::{Format, TooMany};
use crate::text::{Locale, Text, expected};
use crate::vocabulary::{Word, closest};

impl Error {
    /// What is wrong, in the language asked for.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Error, Locale};
    ///
    /// let error = Error::NoPlan;
    /// assert_eq!(error.message(Locale::En), error.to_string());
    /// assert_ne!(error.message(Locale::Ja), error.to_string());
    /// ```
    pub fn message(&self, locale: Locale) -> String {
        match self {
            Self::NotJson { path, line, column, reason } => Text {
                en: "{path} is not JSON: {reason} at line {line}, column {column}",
                ja: "{path} はJSONとして読めません({line}行{column}列: {reason})",
            }
            .fill(
                locale,
                &[
                    ("path", path.clone()),
                    ("reason", reason.clone()),
                    ("line", line.to_string()),
                    ("column", column.to_string()),
                ],
            ),
            Self::WrongShape { path, expected: wanted } => Text {
                en: "{path} must be {expected}",
                ja: "{path} は{expected}でなければなりません",
            }
            .fill(locale, &[("path", path.clone()), ("expected", expected(*wanted, locale))]),
            Self::NoPlan => Text {
                en: "the configuration does not say which plan the organisation has",
                ja: "設定にオーガニゼーションのプランがありません",
            }
            .fill(locale, &[]),
            Self::UnknownPlan { value } => Text {
                en: "{value} is not a plan the engine knows",
                ja: "{value} は既知のプランではありません",
            }
            .fill(locale, &[("value", value.clone())]),
            Self::NotText { path, kind, place } => {
                let message = binary(*kind).fill(locale, &[("path", path.clone())]);
                match place {
                    Some((line, column)) => Text {
                        en: "{message} at line {line}, column {column}",
                        ja: "{message}({line}行{column}列)",
                    }
                    .fill(
                        locale,
                        &[
                            ("message", message),
                            ("line", line.to_string()),
                            ("column", column.to_string()),
                        ],
                    ),
                    None => message,
                }
            }
            Self::Empty { path } => Text { en: "{path} is empty", ja: "{path} は空です" }
                .fill(locale, &[("path", path.clone())]),
            Self::TooLarge { path, bytes, limit } => Text {
                en: "{path} is {bytes} MB, and at most {limit} MB are read",
                ja: "{path} は {bytes} MB です。読み込めるのは {limit} MB までです",
            }
            .fill(
                locale,
                &[
                    ("path", path.clone()),
                    ("bytes", megabytes(*bytes)),
                    ("limit", megabytes(*limit)),
                ],
            ),
            Self::TooMany { path, what, limit } => {
                let email = match what {
                    TooMany::GroupsOfOne { email } => email.clone(),
                    _ => String::new(),
                };
                Text {
                    en: "{path} brings the roster to more than {limit} {what}",
                    ja: "{path} により、名簿が {limit} {what}を超えます",
                }
                .fill(
                    locale,
                    &[
                        ("path", path.clone()),
                        ("limit", limit.to_string()),
                        ("what", too_many(what).fill(locale, &[("email", email)])),
                    ],
                )
            }
            Self::UnknownFormat { path, keys } => Text {
                en: "{path} is JSON of no format that is known; its keys are: {keys}",
                ja: "{path} は既知の形式のJSONではありません。キー: {keys}",
            }
            .fill(locale, &[("path", path.clone()), ("keys", keys.join(", "))]),
            Self::WrongSide { path, format, side } => wrong_side(*side).fill(
                locale,
                &[("path", path.clone()), ("format", format_name(*format, locale).to_owned())],
            ),
            Self::NoGroupName { path } => Text {
                en: "{path} lists the members of a group and does not say of which",
                ja: "{path} はグループのメンバー一覧ですが、どのグループか分かりません",
            }
            .fill(locale, &[("path", path.clone())]),
            Self::BadTable { path, line, matter, .. } => table_matter(*matter)
                .fill(locale, &[("path", path.clone()), ("line", line.to_string())]),
            Self::ColumnsNeeded { path, headings, .. } => Text {
                en: "{path} is a table whose columns are not known: {headings}",
                ja: "{path} は列の意味が分からない表です: {headings}",
            }
            .fill(locale, &[("path", path.clone()), ("headings", some(headings))]),
            Self::NoSuchColumn { path, column, headings } => Text {
                en: "{path} has no column {column}; its columns are: {headings}",
                ja: "{path} に {column} という列はありません。列: {headings}",
            }
            .fill(
                locale,
                &[("path", path.clone()), ("column", column.clone()), ("headings", some(headings))],
            ),
            Self::NotInBuild { path, part } => Text {
                en: "{path} asks for {part}, which this build of the engine leaves out",
                ja: "{path} には{part}が必要ですが、このビルドのエンジンには含まれていません",
            }
            .fill(locale, &[("path", path.clone()), ("part", part_name(*part).fill(locale, &[]))]),
        }
    }

    /// What to do about it, in the language asked for.
    ///
    /// # Example
    ///
    /// ```
    /// use rolecall::{Error, Locale};
    ///
    /// assert!(Error::NoPlan.help(Locale::En).contains("enterprise-seat-based"));
    /// ```
    pub fn help(&self, locale: Locale) -> String {
        let text = match self {
            Self::NotJson { .. } => Text {
                en: "correct the text at that place, or export it again",
                ja: "その箇所を修正するか、もう一度エクスポートしてください",
            },
            Self::WrongShape { .. } => Text {
                en: "see the example in the documentation for the shape of a configuration and a roster",
                ja: "設定と名簿の形はドキュメントの例を参照してください",
            },
            Self::NoPlan => {
                return Text {
                    en: "set organization.plan to one of {plans}",
                    ja: "organization.plan に {plans} のいずれかを指定してください",
                }
                .fill(locale, &[("plans", Plan::WORDS.join(", "))]);
            }
            Self::UnknownPlan { value } => {
                return match closest(value, Plan::WORDS.iter().copied()) {
                    Some(plan) => Text {
                        en: "did you mean {plan}? The plans are {plans}",
                        ja: "{plan} のことですか。プランは {plans} です",
                    }
                    .fill(locale, &[("plan", plan.to_owned()), ("plans", Plan::WORDS.join(", "))]),
                    None => Self::NoPlan.help(locale),
                };
            }
            Self::NotText { kind: Binary::Workbook, .. } => Text {
                en: "open it in the spreadsheet program and save the sheet as CSV (UTF-8)",
                ja: "表計算ソフトで開き、シートをCSV(UTF-8)として保存してください",
            },
            Self::NotText { .. } | Self::Empty { .. } | Self::UnknownFormat { .. } => Text {
                en: "give the members CSV of the admin page, a SCIM list, or the CSV or JSON export of the identity provider",
                ja: "管理画面のメンバーCSV、SCIMの一覧、またはアイデンティティプロバイダーのCSV・JSONエクスポートを指定してください",
            },
            Self::TooLarge { .. } => Text {
                en: "export only the columns that are needed, or give the list in several files",
                ja: "必要な列だけをエクスポートするか、複数のファイルに分けて指定してください",
            },
            Self::TooMany { what, .. } => {
                let name = match what {
                    TooMany::People => "limits.people",
                    TooMany::Groups => "limits.groups",
                    TooMany::GroupsOfOne { .. } => "limits.groupsPerPerson",
                    TooMany::Memberships => "limits.memberships",
                };
                return Text {
                    en: "export only the people and groups that matter here, or set {name} higher",
                    ja: "関係する人とグループだけをエクスポートするか、{name} を大きくしてください",
                }
                .fill(locale, &[("name", name.to_owned())]);
            }
            Self::WrongSide { side: Side::Members, .. } => Text {
                en: "give it as the directory, and the organisation's own list as the members",
                ja: "これはディレクトリとして指定し、メンバーにはオーガニゼーション自身の一覧を指定してください",
            },
            Self::WrongSide { side: Side::Directory, .. } => Text {
                en: "give it as the members, and the identity provider's list as the directory",
                ja: "これはメンバーとして指定し、ディレクトリにはアイデンティティプロバイダーの一覧を指定してください",
            },
            Self::NoGroupName { .. } => Text {
                en: "name the group, or name the file after it",
                ja: "グループ名を指定するか、ファイル名をグループ名にしてください",
            },
            Self::BadTable { matter: TableMatter::OpenQuote, .. } => Text {
                en: "close the quotation mark, or export the table again",
                ja: "引用符を閉じるか、表をもう一度エクスポートしてください",
            },
            Self::BadTable { .. } => Text {
                en: "export the table again with its line of headings, or write one above the rows, for example Name,Email,Role,Status,Seat Tier",
                ja: "見出し行を含めてもう一度エクスポートするか、先頭に見出し行(例: Name,Email,Role,Status,Seat Tier)を加えてください",
            },
            Self::ColumnsNeeded { guess, .. } if !guess.is_empty() => {
                let guess = guess.pairs().collect::<Vec<_>>().join(", ");
                return Text {
                    en: "say which column is what; it looks like {guess}",
                    ja: "どの列が何かを指定してください。推測: {guess}",
                }
                .fill(locale, &[("guess", guess)]);
            }
            Self::ColumnsNeeded { .. } => Text {
                en: "say which column is what; the one of e-mail addresses is needed",
                ja: "どの列が何かを指定してください。メールアドレスの列は必須です",
            },
            Self::NoSuchColumn { .. } => Text {
                en: "name one of the columns there are",
                ja: "表にある列を指定してください",
            },
            Self::NotInBuild { .. } => Text {
                en: "load the whole engine, rolecall.wasm",
                ja: "エンジン全体(rolecall.wasm)を読み込んでください",
            },
        };
        text.fill(locale, &[])
    }
}

fn too_many(what: &TooMany) -> Text {
    match what {
        TooMany::People => Text { en: "people", ja: "人" },
        TooMany::Groups => {
            Text { en: "names and ids of groups", ja: "個のグループの名前とID" }
        }
        TooMany::GroupsOfOne { .. } => {
            Text { en: "groups of {email}", ja: "個の {email} の所属グループ" }
        }
        TooMany::Memberships => {
            Text { en: "memberships in groups", ja: "件のグループへの所属" }
        }
    }
}

fn binary(kind: Binary) -> Text {
    match kind {
        Binary::Pdf => Text {
            en: "{path} is a PDF, not a list",
            ja: "{path} はPDFです。一覧ではありません",
        },
        Binary::Workbook => Text {
            en: "{path} is a workbook or an archive, not a text",
            ja: "{path} はブック形式または圧縮ファイルです。テキストではありません",
        },
        Binary::Picture => Text {
            en: "{path} is a picture, not a list",
            ja: "{path} は画像です。一覧ではありません",
        },
        Binary::Compressed => Text {
            en: "{path} is compressed, not a text",
            ja: "{path} は圧縮されています。テキストではありません",
        },
        Binary::Damaged => Text {
            en: "{path} is written in an encoding that cannot be read",
            ja: "{path} の文字コードを読み取れません",
        },
        Binary::Other => {
            Text { en: "{path} is not a text", ja: "{path} はテキストではありません" }
        }
    }
}

fn part_name(part: Part) -> Text {
    match part {
        Part::Files => Text { en: "files of other systems", ja: "他システムのファイル" },
        Part::Repairs => Text { en: "repairs", ja: "修正案" },
    }
}

fn wrong_side(side: Side) -> Text {
    match side {
        Side::Members => Text {
            en: "{path} is given as the members, and is {format}: the identity provider's side",
            ja: "{path} はメンバーとして指定されていますが、{format}(アイデンティティプロバイダー側)です",
        },
        Side::Directory => Text {
            en: "{path} is given as the directory, and is {format}: the organisation's own list",
            ja: "{path} はディレクトリとして指定されていますが、{format}(オーガニゼーション自身の一覧)です",
        },
    }
}

fn table_matter(matter: TableMatter) -> Text {
    match matter {
        TableMatter::OpenQuote => Text {
            en: "{path} has a quotation mark that is never closed, in the row that begins at line {line}",
            ja: "{path} の {line} 行から始まる行に、閉じられていない引用符があります",
        },
        TableMatter::NoHeadings => Text {
            en: "{path} has an address in line {line}, where the headings of the columns belong",
            ja: "{path} の {line} 行は列の見出しであるべきですが、メールアドレスがあります",
        },
        TableMatter::NotATable => Text {
            en: "{path} is neither JSON nor a table: line {line} has no headings of columns",
            ja: "{path} はJSONでも表でもありません。{line} 行に列の見出しがありません",
        },
    }
}

/// A size in megabytes, with what it takes to tell two apart.
fn megabytes(bytes: usize) -> String {
    // In WebAssembly a number of bytes has 32 bits, and a thousand times as many need not fit.
    let thousandths = (bytes as u64).saturating_mul(1000) >> 20;
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

/// Some headings; no more than a message can hold.
fn some(headings: &[String]) -> String {
    const MOST: usize = 20;
    let shown = headings.iter().take(MOST).map(|heading| shorten(heading));
    let more = (headings.len() > MOST).then(|| "…".to_owned());
    shown.chain(more).collect::<Vec<_>>().join(", ")
}

/// The format as people call it.
fn format_name(format: Format, locale: Locale) -> &'static str {
    let text = match format {
        Format::RolecallJson => Text { en: "a roster in JSON", ja: "JSONの名簿" },
        Format::Scim => Text { en: "a SCIM list", ja: "SCIMの一覧" },
        Format::AdminApiJson => Text { en: "a list of the Admin API", ja: "Admin APIの一覧" },
        Format::ClaudeMembersCsv => {
            Text { en: "the members CSV of the admin page", ja: "管理画面のメンバーCSV" }
        }
        Format::EntraUsersCsv => {
            Text { en: "a users CSV of Microsoft Entra", ja: "Microsoft EntraのユーザーCSV" }
        }
        Format::EntraGroupMembersCsv => Text {
            en: "a group members CSV of Microsoft Entra",
            ja: "Microsoft EntraのグループメンバーCSV",
        },
        Format::GoogleUsersCsv => {
            Text { en: "a users CSV of Google Workspace", ja: "Google WorkspaceのユーザーCSV" }
        }
        Format::GoogleGroupMembersCsv => Text {
            en: "a group members CSV of Google Workspace",
            ja: "Google WorkspaceのグループメンバーCSV",
        },
        Format::OktaJson => Text { en: "a list of Okta", ja: "Oktaの一覧" },
        Format::Csv => Text { en: "a table", ja: "表" },
    };
    text.template(locale)
}
