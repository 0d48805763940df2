//! A service's text as the program keeps it, made when this is compiled, and read line by line.

/// What the program keeps of a service's text: before each line how long it is up to the colon and after it,
/// in two digits of 64 each, so that a line is passed over without being read; no colon, no end of a line, no
/// indentation, no comment.
pub(in crate::resource) struct Lean<const N: usize> {
    /// The first `N`.
    pub(in crate::resource) bytes: [u8; N],
    /// How many there are.
    pub(in crate::resource) len: usize,
    /// Where the last line begins.
    line: usize,
    /// Where its colon was, or 0.
    colon: usize,
}

/// The digits before a line.
pub(super) const DIGITS: usize = 4;

pub(in crate::resource) const fn lean<const N: usize>(text: &str) -> Lean<N> {
    let text = text.as_bytes();
    let mut lean = Lean { bytes: [0; N], len: 0, line: 0, colon: 0 };
    let (mut at, mut margin) = (0, usize::MAX);
    while at < text.len() {
        let start = at;
        while at < text.len() && text[at] == b' ' {
            at += 1;
        }
        let indent = at - start;
        let meant = at < text.len() && text[at] != b'#' && text[at] != b'\n';
        if meant && indent > margin {
            lean.push(b' ');
        } else if meant {
            margin = if lean.len == 0 { indent } else { margin };
            lean.begin_line();
        }
        while at < text.len() && text[at] != b'\n' {
            if meant {
                lean.push(text[at]);
            }
            at += 1;
        }
        at += 1;
    }
    lean.end_line();
    lean
}

impl<const N: usize> Lean<N> {
    const fn begin_line(&mut self) {
        if self.len > 0 {
            self.end_line();
        }
        (self.line, self.len, self.colon) = (self.len, self.len + DIGITS, 0);
    }

    const fn end_line(&mut self) {
        assert!(self.colon > 0, "a line of a service without a colon");
        let (before, after) = (self.colon - self.line - DIGITS, self.len - self.colon);
        assert!(before < 64 * 64 && after < 64 * 64, "a line of a service of 4,096 bytes or more");
        self.put(self.line, digit(before / 64));
        self.put(self.line + 1, digit(before % 64));
        self.put(self.line + 2, digit(after / 64));
        self.put(self.line + 3, digit(after % 64));
    }

    const fn push(&mut self, byte: u8) {
        match byte {
            b':' if self.colon == 0 => self.colon = self.len,
            b' ' if self.colon == self.len => (),
            _ => {
                self.put(self.len, byte);
                self.len += 1;
            }
        }
    }

    const fn put(&mut self, at: usize, byte: u8) {
        if at < N {
            self.bytes[at] = byte;
        }
    }
}

const fn digit(n: usize) -> u8 {
    b'0' + n as u8
}

/// The number of two digits.
pub(super) const fn number(high: u8, low: u8) -> usize {
    (high - b'0') as usize * 64 + (low - b'0') as usize
}

/// What stands before the colon of a line and after it, line by line.
pub(super) struct Lines(pub(super) &'static str);

impl Iterator for Lines {
    type Item = (&'static str, &'static str);

    fn next(&mut self) -> Option<Self::Item> {
        let [a, b, c, d, ..] = *self.0.as_bytes() else { return None };
        let (names, after) = self.0[DIGITS..].split_at(number(a, b));
        let (rows, rest) = after.split_at(number(c, d));
        self.0 = rest;
        Some((names, rows))
    }
}
