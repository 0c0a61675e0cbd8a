//! Packs the look-alikes of the ASCII characters out of the Unicode tables (UTS 39). The tables
//! whole would be two thirds of the WebAssembly; names of groups need only this corner of them, and
//! only what is left of it in a composed name (NFKC).

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use unicode_normalization::is_nfkc;
use unicode_security::confusable_detection::skeleton;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut look_alikes = String::new();
    let mut likes = String::new();
    let mut invisible: Vec<(char, char)> = Vec::new();
    for c in '\0'..=char::MAX {
        if !is_nfkc(c.encode_utf8(&mut [0; 4])) {
            continue;
        }
        // ASCII characters that look alike among themselves are mapped as well: 1, l, |, I.
        let looks: Vec<char> = skeleton(c.encode_utf8(&mut [0; 4])).collect();
        match looks.as_slice() {
            [] => match invisible.last_mut() {
                Some((_, last)) if u32::from(*last) + 1 == u32::from(c) => *last = c,
                _ => invisible.push((c, c)),
            },
            [like] if like.is_ascii() && *like != c => {
                write!(look_alikes, "{c:?},")?;
                likes.push(*like);
            }
            _ => {}
        }
    }
    let tables = format!(
        "/// What looks like an ASCII character, sorted.\n\
         static LOOK_ALIKES: &[char] = &[{look_alikes}];\n\
         /// What they look like, in the same order.\n\
         static LIKES: &[u8] = {likes:?}.as_bytes();\n\
         /// What cannot be seen, from and to, sorted.\n\
         static INVISIBLE: &[(char, char)] = &{invisible:?};\n"
    );
    let out = PathBuf::from(env::var("OUT_DIR")?).join("look_alikes.rs");
    Ok(fs::write(out, tables)?)
}
