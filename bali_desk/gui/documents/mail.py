"""A mail begun in the system's own program."""

from __future__ import annotations

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices


def begin_mail(subject: str, body: str) -> None:
    """Opens an empty mail with these words; a file cannot be attached this way, so she attaches it herself."""
    QDesktopServices.openUrl(mail_address(subject, body))


def mail_address(subject: str, body: str) -> QUrl:
    """What the system opens its mail program for."""
    query = QUrlQuery()
    for key, words in (("subject", subject), ("body", body)):
        query.addQueryItem(key, bytes(QUrl.toPercentEncoding(words).data()).decode("ascii"))
    url = QUrl("mailto:")
    url.setQuery(query)
    return url
