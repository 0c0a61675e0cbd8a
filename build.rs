//! Packs the look-alikes of the ASCII characters out of the Unicode tables (UTS 39). The tables
//! whole would be two thirds of the WebAssembly; names of groups need only this corner of them.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use unicode_security::confusable_detection::skeleton;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut look_alikes = String::new();
    let mut invisible = String::new();
    for c in '\0'..=char::MAX {
        // ASCII characters that look alike among themselves are mapped as well: 1, l, |, I.
        let looks: Vec<char> = skeleton(c.encode_utf8(&mut [0; 4])).collect();
        match looks.as_slice() {
            [] => write!(invisible, "{c:?},")?,
            [like] if like.is_ascii() && *like != c => write!(look_alikes, "({c:?},{like:?}),")?,
            _ => {}
        }
    }
    let tables = format!(
        "/// What looks like an ASCII character, sorted.\n\
         static LOOK_ALIKES: &[(char, char)] = &[{look_alikes}];\n\
         /// What cannot be seen, sorted.\n\
         static INVISIBLE: &[char] = &[{invisible}];\n"
    );
    let out = PathBuf::from(env::var("OUT_DIR")?).join("look_alikes.rs");
    Ok(fs::write(out, tables)?)
}
