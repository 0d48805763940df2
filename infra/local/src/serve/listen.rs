//! The address to listen on.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result, bail};
use tokio::net::TcpListener;

const PORT: u16 = 8_080;
/// How many ports from [`PORT`] on are tried.
const TRIED: u16 = 100;

/// Listens on `wanted`, or else on the first free port of 127.0.0.1 from 8080 on.
pub(crate) async fn bind(wanted: Option<SocketAddr>) -> Result<TcpListener> {
    match wanted {
        Some(address) if !address.ip().is_loopback() => bail!(
            "{address} can be reached by other machines, and nobody is asked to sign in here: listen on a \
             loopback address such as 127.0.0.1:{} (from another machine, use an SSH tunnel)",
            address.port()
        ),
        Some(address) => {
            TcpListener::bind(address).await.with_context(|| format!("cannot listen on {address}"))
        }
        None => first_free().await,
    }
}

async fn first_free() -> Result<TcpListener> {
    for port in PORT..PORT + TRIED {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            done => return done.with_context(|| format!("cannot listen on 127.0.0.1:{port}")),
        }
    }
    bail!("the ports {PORT} to {} of 127.0.0.1 are all taken; choose one with --listen", PORT + TRIED - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn other_machines_are_kept_out() {
        for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80"] {
            let error = bind(Some(address.parse().unwrap())).await.unwrap_err().to_string();
            assert!(error.contains("can be reached by other machines"), "{error}");
        }
    }

    #[tokio::test]
    async fn a_port_that_was_asked_for_is_that_port_or_an_error() {
        let taken = bind(Some("127.0.0.1:0".parse().unwrap())).await.unwrap();
        let address = taken.local_addr().unwrap();
        assert_eq!(bind(Some(address)).await.unwrap_err().to_string(), format!("cannot listen on {address}"));
    }

    #[tokio::test]
    async fn without_one_the_next_free_is_taken() {
        let (one, two) = (bind(None).await.unwrap(), bind(None).await.unwrap());
        let (one, two) = (one.local_addr().unwrap().port(), two.local_addr().unwrap().port());
        assert!(PORT <= one && one < two, "{one} {two}");
    }
}
