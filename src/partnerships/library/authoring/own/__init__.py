"""The pages that an edition writes about itself: every source it uses, and the facts that age."""
