"""What can be an e-mail address."""

import pytest

from bali_desk.domain.contact import is_email


@pytest.mark.parametrize(
    "text",
    [
        "orathai@mfa.go.th",
        " o.srisuwan+tip@mfa.go.th ",
        "o'dwyer@homeaffairs.gov.au",
        "用户@例子.广告",
        "a@x.org; b@y.org",
        "a@x.org, b@y.org",
        "a@x.org b@y.org",
    ],
)
def test_addresses_of_every_kind_are_taken(text):
    assert is_email(text)


@pytest.mark.parametrize(
    "text", ["", " ", "orathai", "orathai(at)mfa.go.th", "a@b", "a@@b.org", "a@b.", "a b@c", "=SUM(A1)", "@x.org", ";"]
)
def test_what_is_none_is_refused(text):
    assert not is_email(text)
