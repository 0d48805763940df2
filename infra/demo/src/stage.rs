//! Where things happen: a clock, a region, and the records written so far.

use crate::{
    api::Api,
    caller::Caller,
    clock::iso,
    names,
    record::{At, Values, given, record},
    rng::Rng,
    template::fill,
};

/// One scene's stage. Time only moves on, and never past `end`.
pub(crate) struct Stage {
    pub(crate) rng: Rng,
    /// Milliseconds since 1970.
    pub(crate) now: i64,
    end: i64,
    pub(crate) region: &'static str,
    /// The records with their times.
    pub(crate) records: Vec<(i64, String)>,
}

impl Stage {
    /// A stage at `now`, whose events all happen before `end`.
    pub(crate) fn new(rng: Rng, now: i64, end: i64) -> Stage {
        Stage { rng, now, end, region: "us-west-2", records: Vec::new() }
    }

    /// Lets `low` to `high` seconds pass, or less when the end is near.
    pub(crate) fn pause(&mut self, low: u64, high: u64) {
        self.pass(low * 1_000, high * 1_000);
    }

    /// Lets `low` to `high` milliseconds pass, or less when the end is near.
    pub(crate) fn pass(&mut self, low: u64, high: u64) {
        let wish = self.rng.between(low, high) as i64;
        self.now += wish.min((self.end - self.now - 1).max(0) / 2);
    }

    /// A call that succeeds.
    pub(crate) fn call(&mut self, caller: &Caller, api: &Api, values: Values) {
        self.write(caller, api, values, None);
    }

    /// A call that fails with an error code (empty: the record has a message only, as failed sign-ins do).
    pub(crate) fn fail(&mut self, caller: &Caller, api: &Api, values: Values, code: &str, message: &str) {
        self.write(caller, api, values, Some((code, message)));
    }

    /// A call that no policy allows.
    pub(crate) fn deny(&mut self, caller: &Caller, api: &Api, values: Values) {
        let action = api.action();
        let reason = format!(
            "{} is not authorized to perform: {action} because no identity-based policy allows the {action} action",
            caller.arn
        );
        match api.service {
            "ec2" => {
                let encoded = self.rng.base32(160);
                let message = format!(
                    "You are not authorized to perform this operation. User: {reason}. Encoded authorization failure message: {encoded}"
                );
                self.fail(caller, api, values, "Client.UnauthorizedOperation", &message);
            }
            "iam" | "s3" | "sts" | "rds" => {
                self.fail(caller, api, values, "AccessDenied", &format!("User: {reason}"));
            }
            _ => self.fail(caller, api, values, "AccessDeniedException", &format!("User: {reason}")),
        }
    }

    /// A record that is no API call: `template` is the whole of it, with `$time`, `$eventid` and `$sharedid`.
    pub(crate) fn raw(&mut self, template: &'static str, account: &str, values: Values) {
        let time = iso(self.now);
        let mut out = String::new();
        let region = self.region;
        let rng = &mut self.rng;
        fill(&mut out, template, |name, out| match name {
            "time" => out.push_str(&time),
            "account" => out.push_str(account),
            "region" => out.push_str(region),
            "eventid" => out.push_str(&rng.uuid()),
            _ => out.push_str(
                &given(values, name).unwrap_or_else(|| names::name(name, rng, account, region).into()),
            ),
        });
        self.records.push((self.now, out));
    }

    fn write(&mut self, caller: &Caller, api: &Api, values: Values, error: Option<(&str, &str)>) {
        let at = At { now: self.now, region: self.region };
        self.records.push((self.now, record(&mut self.rng, at, caller, api, values, error)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_never_reaches_the_end() {
        let mut stage = Stage::new(Rng::new(&[1]), 0, 10_000);
        for _ in 0..100 {
            stage.pause(5, 50);
        }
        assert!(stage.now < 10_000);
    }
}
