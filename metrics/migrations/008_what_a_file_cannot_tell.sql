/* The columns of its dataset of which a submission says nothing on any row: what is made from them is not covered by it. */

alter table submissions add column lacks varchar[] default [];
