"""What a mail holds beside its words, where an answer of ours goes, and keys of our own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mail_text", sa.Column("beside", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("outgoing", sa.Column("reply_to", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "own_key",
        sa.Column("name", sa.Text(), primary_key=True, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
    )
