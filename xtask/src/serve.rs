//! Serves the built page as it would be served to anyone: with its security headers, which `www/vite.config.ts` names.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::build;
use crate::project::path;
use crate::shell::program_in;

/// How long the server may take to answer at first.
const PATIENCE: Duration = Duration::from_secs(30);

/// Makes the server end when its input does, and so whenever and however this program ends.
const END_WITH_STDIN: &str =
    "data:text/javascript,process.stdin.resume().once('end',()=>process.exit())";

/// Builds what is stale, then serves until it is ended.
pub fn run(port: u16) -> Result<()> {
    // Asked first: nobody should wait for a build to learn this.
    ensure_free(port)?;
    build::everything()?;
    let mut server = start(port)?;
    if let Err(error) = wait_until_ready(&mut server, port) {
        let _ = server.kill();
        return Err(error);
    }
    println!("\nrolecall is at http://localhost:{port}/ (Ctrl-C ends it)");
    // Waiting would close the server's input, were it still the server's own.
    let _open = server.stdin.take();
    let status = server.wait()?;
    if !status.success() {
        bail!("the server ended ({status})");
    }
    Ok(())
}

fn start(port: u16) -> Result<Child> {
    let www = path("www");
    program_in(&www, "node")
        .arg(format!("--import={END_WITH_STDIN}"))
        .arg(www.join("node_modules/vite/bin/vite.js"))
        .args(["preview", "--host", "127.0.0.1", "--strictPort"])
        .args(["--logLevel", "warn", "--port", &port.to_string()])
        .stdin(Stdio::piped())
        .spawn()
        .context("the server cannot be started: Node is needed")
}

fn wait_until_ready(server: &mut Child, port: u16) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let begun = Instant::now();
    while TcpStream::connect(address).is_err() {
        if let Some(status) = server.try_wait()? {
            bail!("the server did not start ({status})");
        }
        if begun.elapsed() > PATIENCE {
            bail!("the server does not answer after {PATIENCE:?}");
        }
        sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// A port is taken if anyone listens there under either address of this machine: browsers try both.
fn ensure_free(port: u16) -> Result<()> {
    for address in [
        SocketAddr::from((Ipv4Addr::LOCALHOST, port)),
        SocketAddr::from((Ipv6Addr::LOCALHOST, port)),
    ] {
        match TcpListener::bind(address) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
                "port {port} is in use: end what listens there, or choose another with `cargo xtask serve --port {}`",
                port.checked_add(1).unwrap_or(8080)
            ),
            Err(error) if error.kind() == ErrorKind::PermissionDenied => bail!(
                "port {port} may not be used by this user: choose another with `cargo xtask serve --port 8080`"
            ),
            // A machine without one kind of address can still serve on the other.
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::panic_in_result_fn, reason = "a test fails by panicking")]
    fn a_taken_port_is_told_of() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let told = ensure_free(port).err().map(|error| error.to_string());
        assert!(told.is_some_and(|told| told.contains("is in use")));
        drop(taken);
        ensure_free(port)
    }
}
