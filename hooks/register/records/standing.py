"""The common classes of a decision, in the order in which the site lists them."""

from enum import Enum


class Standing(Enum):
    """Our class of a decision; the grade as printed always stands beside it."""

    COMMENDED = "commended"
    QUALIFIED = "qualified"
    CONDITIONAL = "conditional"
    EXEMPT = "exempt"
    RECTIFYING = "rectifying"
    SUSPENDED = "suspended"
    PROPOSED_REVOCATION = "proposed-revocation"
    REVOKED = "revoked"
    DEREGISTERED = "deregistered"
    NOT_ASSESSED = "not-assessed"

    @property
    def title(self) -> str:
        """The Chinese word for it."""
        return TITLES[self]


TITLES = {
    Standing.COMMENDED: "优秀",
    Standing.QUALIFIED: "合格",
    Standing.CONDITIONAL: "基本合格",
    Standing.EXEMPT: "免检",
    Standing.RECTIFYING: "限期整改",
    Standing.SUSPENDED: "暂停业务",
    Standing.PROPOSED_REVOCATION: "拟撤销",
    Standing.REVOKED: "撤销",
    Standing.DEREGISTERED: "自行注销",
    Standing.NOT_ASSESSED: "未参评",
}

RED_LIST = (Standing.COMMENDED,)
BLACK_LIST = (
    Standing.RECTIFYING,
    Standing.SUSPENDED,
    Standing.PROPOSED_REVOCATION,
    Standing.REVOKED,
)

# They hold until a document ends them; every other standing speaks for its term only.
LASTING = (
    Standing.SUSPENDED,
    Standing.PROPOSED_REVOCATION,
    Standing.REVOKED,
    Standing.DEREGISTERED,
)
ENDED = (Standing.REVOKED, Standing.DEREGISTERED)
