/**
 * Stands in for the package entities, whose table of 2,125 names takes 24 kB: the names of HTML 4, and those for signs
 * that mean something in Markdown. markdown-it decodes numbers by itself; any other name stays as it is written. The
 * extension only reads headings, links and words; the pages, which show the text, have the whole table.
 */
const NAMES =
  'Tab\tNewLine\nexcl!QUOT"quot"num#dollar$percnt%AMP&amp&apos\'lpar(rpar)ast*plus+comma,period.sol/colon:semi;LT<lt<equals=GT>gt>quest?commat@lbrack[' +
  'lsqb[bsol\\rbrack]rsqb]Hat^lowbar_grave`lbrace{lcub{verbar|vert|rbrace}rcub}nbsp\u00a0iexcl¡cent¢pound£curren¤yen¥brvbar¦sect§uml¨COPY©copy©ordfª' +
  'laquo«not¬shy\u00adREG®reg®macr¯deg°plusmn±sup2²sup3³acute´microµpara¶middot·cedil¸sup1¹ordmºraquo»frac14¼frac12½half½frac34¾iquest¿AgraveÀAacuteÁ' +
  'AcircÂAtildeÃAumlÄAringÅAEligÆCcedilÇEgraveÈEacuteÉEcircÊEumlËIgraveÌIacuteÍIcircÎIumlÏETHÐNtildeÑOgraveÒOacuteÓOcircÔOtildeÕOumlÖtimes×OslashØUgraveÙ' +
  'UacuteÚUcircÛUumlÜYacuteÝTHORNÞszligßagraveàaacuteáacircâatildeãaumläaringåaeligæccedilçegraveèeacuteéecircêeumlëigraveìiacuteíicircîiumlïethðntildeñ' +
  'ograveòoacuteóocircôotildeõoumlödivide÷oslashøugraveùuacuteúucircûuumlüyacuteýthornþyumlÿOEligŒoeligœScaronŠscaronšYumlŸfnofƒcircˆtilde˜AlphaΑBetaΒ' +
  'GammaΓDeltaΔEpsilonΕZetaΖEtaΗThetaΘIotaΙKappaΚLambdaΛMuΜNuΝXiΞOmicronΟPiΠRhoΡSigmaΣTauΤUpsilonΥPhiΦChiΧPsiΨOmegaΩalphaαbetaβgammaγdeltaδepsilonεzetaζ' +
  'etaηthetaθiotaιkappaκlambdaλmuμnuνxiξomicronοpiπrhoρsigmafςsigmaσtauτupsilonυphiφchiχpsiψomegaωthetasymϑupsihϒpivϖensp\u2002emsp\u2003thinsp\u2009' +
  'zwnj\u200czwj\u200dlrm\u200erlm\u200fdash‐hyphen‐ndash–mdash—lsquo‘rsquo’sbquo‚ldquo“rdquo”bdquo„dagger†Dagger‡bull•hellip…permil‰prime′Prime″lsaquo‹' +
  'rsaquo›oline‾frasl⁄euro€imageℑweierp℘realℜTRADE™trade™alefsymℵlarr←uarr↑rarr→darr↓harr↔crarr↵lArr⇐uArr⇑rArr⇒dArr⇓hArr⇔forall∀part∂exist∃empty∅nabla∇' +
  'isin∈notin∉ni∋prod∏sum∑minus−lowast∗radic√prop∝infin∞ang∠and∧or∨cap∩cup∪int∫there4∴sim∼cong≅asymp≈ne≠equiv≡le≤ge≥sub⊂sup⊃nsub⊄sube⊆supe⊇oplus⊕otimes⊗' +
  'perp⊥sdot⋅lceil⌈rceil⌉lfloor⌊rfloor⌋lang⟨rang⟩loz◊starf★star☆phone☎spades♠clubs♣hearts♥diams♦check✓cross✗';

const characters = new Map([...NAMES.matchAll(/([a-z0-9]+)([^a-z0-9])/gi)].map(([, name, character]) => [name, character]));

/** @param {string} entity `&name;` */
export function decodeHTMLStrict(entity) {
  return characters.get(entity.slice(1, -1)) ?? entity;
}
