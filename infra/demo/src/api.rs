//! What an API call leaves in a record: the shape of its request, its response and its resources.
//!
//! Every text in an [`Api`] is a [template](crate::template); holes are named in [`crate::names`].

/// One API, or one kind of service event.
pub(crate) struct Api {
    /// `ec2` for `ec2.amazonaws.com`.
    pub(crate) service: &'static str,
    pub(crate) event: &'static str,
    pub(crate) read: bool,
    pub(crate) kind: Kind,
    pub(crate) request: &'static str,
    pub(crate) response: &'static str,
    /// Items of `resources`, without the brackets; empty when the record has no such member.
    pub(crate) resources: &'static str,
    /// `additionalEventData`, or `serviceEventDetails` of a service event; empty when absent.
    pub(crate) additional: &'static str,
    /// Empty when absent.
    pub(crate) version: &'static str,
}

/// Which kind of event the call is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Call,
    Data,
    NetworkActivity,
    SignIn,
    ServiceEvent,
}

/// A call that changes nothing: CloudTrail leaves its response out.
pub(crate) const fn read(service: &'static str, event: &'static str, request: &'static str) -> Api {
    Api {
        service,
        event,
        read: true,
        kind: Kind::Call,
        request,
        response: "null",
        resources: "",
        additional: "",
        version: "",
    }
}

/// A call that changes something.
pub(crate) const fn write(
    service: &'static str,
    event: &'static str,
    request: &'static str,
    response: &'static str,
) -> Api {
    Api { read: false, response, ..read(service, event, request) }
}

impl Api {
    pub(crate) const fn kind(self, kind: Kind) -> Self {
        Api { kind, ..self }
    }

    /// A read whose response is logged all the same (AssumeRole issues a key).
    pub(crate) const fn answering(self, response: &'static str) -> Self {
        Api { response, ..self }
    }

    pub(crate) const fn touching(self, resources: &'static str) -> Self {
        Api { resources, ..self }
    }

    pub(crate) const fn adding(self, additional: &'static str) -> Self {
        Api { additional, ..self }
    }

    pub(crate) const fn version(self, version: &'static str) -> Self {
        Api { version, ..self }
    }

    /// Services with one endpoint for the world write their events to us-east-1.
    pub(crate) fn is_global(&self) -> bool {
        matches!(self.service, "iam" | "cloudfront" | "route53" | "organizations" | "health" | "support")
    }

    /// The action as policies name it: `lambda:UpdateFunctionCode`.
    pub(crate) fn action(&self) -> String {
        let name = match self.event {
            "ListBuckets" => "ListAllMyBuckets",
            event => event.find("20").map_or(event, |at| &event[..at]),
        };
        format!("{}:{name}", self.service)
    }
}
