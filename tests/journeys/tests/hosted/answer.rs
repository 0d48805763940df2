//! What a function posts back: a document, or a [stream] of chunks behind a prelude.
//!
//! [stream]: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming

use axum::body::Bytes;
use serde_json::Value;
use tokio::sync::mpsc;

/// An answer on its way.
pub(crate) struct Answer {
    pub(crate) streamed: bool,
    chunks: mpsc::Receiver<Result<Bytes, String>>,
    taken: Vec<u8>,
}

impl Answer {
    /// An answer, and where its chunks come in. One at most waits.
    pub(crate) fn pair(streamed: bool) -> (mpsc::Sender<Result<Bytes, String>>, Answer) {
        let (sender, chunks) = mpsc::channel(1);
        (sender, Answer { streamed, chunks, taken: Vec::new() })
    }

    /// Takes chunks until `enough` says so of all that was taken; `false` when the answer ended before.
    pub(crate) async fn until(&mut self, enough: impl Fn(&[u8]) -> bool) -> bool {
        while !enough(&self.taken) {
            match self.chunks.recv().await {
                Some(chunk) => self.taken.extend_from_slice(&chunk.unwrap()),
                None => return false,
            }
        }
        true
    }

    /// The whole document.
    pub(crate) async fn document(mut self) -> Value {
        self.until(|_| false).await;
        serde_json::from_slice(&self.taken).unwrap()
    }

    /// The whole answer as HTTP, which a function streams or posts as a document.
    pub(crate) async fn either(self) -> Http {
        if self.streamed { self.http().await } else { Http::of(&self.document().await) }
    }

    /// The whole stream as an HTTP answer.
    pub(crate) async fn http(mut self) -> Http {
        assert!(self.streamed, "{}", String::from_utf8_lossy(&self.taken));
        self.until(|_| false).await;
        let end = self.taken.windows(8).position(|zeros| zeros == [0; 8]).unwrap();
        let prelude: Value = serde_json::from_slice(&self.taken[..end]).unwrap();
        Http {
            status: prelude["statusCode"].as_u64().unwrap(),
            headers: prelude["headers"].clone(),
            body: self.taken.split_off(end + 8),
        }
    }
}

/// An HTTP answer.
pub(crate) struct Http {
    pub(crate) status: u64,
    pub(crate) headers: Value,
    pub(crate) body: Vec<u8>,
}

impl Http {
    /// What a document says; the body is always text here.
    fn of(document: &Value) -> Http {
        let (Some(status), Some(body)) = (document["statusCode"].as_u64(), document["body"].as_str()) else {
            panic!("{document}");
        };
        Http { status, headers: document["headers"].clone(), body: body.as_bytes().to_vec() }
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}
