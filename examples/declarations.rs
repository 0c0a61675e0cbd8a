//! Prints the TypeScript declarations of the public types.

fn main() {
    print!("{}", rolecall::types::declarations());
}
