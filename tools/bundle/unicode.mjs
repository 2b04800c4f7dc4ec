/** Stands in for uc.micro: the classes of characters that markdown-it asks for, which every JavaScript knows by itself. */
export const P = /\p{P}/u;
export const S = /\p{S}/u;
