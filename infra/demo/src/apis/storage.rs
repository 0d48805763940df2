//! [S3](https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html): buckets are management events, objects are data events.

use crate::api::{Api, Kind, read, write};

const EXTRA: &str = r#"{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"$letters2/EXAMPLE=","bytesTransferredOut":$number}"#;
const BUCKET: &str = r#"{"accountId":"$account","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::$bucket"}"#;
const OBJECT: &str = r#"{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::$bucket/$object"},{"accountId":"$account","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::$bucket"}"#;

pub(crate) const LIST_BUCKETS: Api =
    read("s3", "ListBuckets", r#"{"Host":"s3.$region.amazonaws.com"}"#).adding(EXTRA);
pub(crate) const GET_BUCKET_LOCATION: Api = read(
    "s3",
    "GetBucketLocation",
    r#"{"bucketName":"$bucket","location":"","Host":"$bucket.s3.$region.amazonaws.com"}"#,
)
.adding(EXTRA)
.touching(BUCKET);
pub(crate) const GET_BUCKET_ACL: Api = read(
    "s3",
    "GetBucketAcl",
    r#"{"acl":"","bucketName":"cat-trail-logs","Host":"cat-trail-logs.s3.$region.amazonaws.com"}"#,
)
.adding(EXTRA)
.touching(r#"{"accountId":"$account","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::cat-trail-logs"}"#);
pub(crate) const GET_BUCKET_POLICY: Api = read(
    "s3",
    "GetBucketPolicy",
    r#"{"bucketName":"$bucket","Host":"$bucket.s3.$region.amazonaws.com","policy":""}"#,
)
.adding(EXTRA)
.touching(BUCKET);
pub(crate) const GET_BUCKET_TAGGING: Api = read(
    "s3",
    "GetBucketTagging",
    r#"{"tagging":"","bucketName":"$bucket","Host":"$bucket.s3.$region.amazonaws.com"}"#,
)
.adding(EXTRA)
.touching(BUCKET);
pub(crate) const PUT_BUCKET_LIFECYCLE: Api = write("s3", "PutBucketLifecycle", r#"{"lifecycle":"","bucketName":"$bucket","Host":"$bucket.s3.$region.amazonaws.com","LifecycleConfiguration":{"xmlns":"http://s3.amazonaws.com/doc/2006-03-01/","Rule":{"ID":"expire","Status":"Enabled","Filter":{"Prefix":"tmp/"},"Expiration":{"Days":30}}}}"#, "null").adding(EXTRA).touching(BUCKET);
pub(crate) const PUT_BUCKET_POLICY: Api = write("s3", "PutBucketPolicy", r#"{"bucketName":"$bucket","bucketPolicy":{"Version":"2012-10-17","Statement":[$statement]},"Host":"$bucket.s3.$region.amazonaws.com","policy":""}"#, "null").adding(EXTRA).touching(BUCKET);
pub(crate) const PUT_BUCKET_PUBLIC_ACCESS_BLOCK: Api = write("s3", "PutBucketPublicAccessBlock", r#"{"publicAccessBlock":"","bucketName":"$bucket","Host":"$bucket.s3.$region.amazonaws.com","PublicAccessBlockConfiguration":{"xmlns":"http://s3.amazonaws.com/doc/2006-03-01/","BlockPublicAcls":false,"IgnorePublicAcls":false,"BlockPublicPolicy":false,"RestrictPublicBuckets":false}}"#, "null").adding(EXTRA).touching(BUCKET);
pub(crate) const GET_OBJECT: Api = read(
    "s3",
    "GetObject",
    r#"{"bucketName":"$bucket","Host":"$bucket.s3.$region.amazonaws.com","key":"$object"}"#,
)
.kind(Kind::Data)
.adding(EXTRA)
.touching(OBJECT);
pub(crate) const PUT_OBJECT: Api = write(
    "s3",
    "PutObject",
    r#"{"bucketName":"$bucket","Host":"$bucket.s3.$region.amazonaws.com","key":"$object"}"#,
    r#"{"x-amz-server-side-encryption":"AES256"}"#,
)
.kind(Kind::Data)
.adding(EXTRA)
.touching(OBJECT);
