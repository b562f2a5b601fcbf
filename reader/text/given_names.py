"""Common given names: a capitalised word behind one of them is very likely a surname."""

GIVEN = frozenset(
    """
aaron abdul abdullah abigail adam adrian ahmad ahmed aisha alan albert alejandro alex alexander
alexandra alexei alexis alfred ali alice alison allison alyssa amanda amber amy ana andre andrea
andrei andrew andy angela anita ann anna anne annie anthony antonio arnold arthur ashley barbara
barry beatrice ben benjamin bernard bernie beth betty beverly bill bob bobby brad bradley brandon
brenda brett brian bruce bryan caitlin calvin cameron carl carla carlos carmen carol caroline
carolyn catherine cecilia charles charlie charlotte cheryl chris christian christina christine
christopher chuck cindy claire clara clarence claudia clement clifford colin connie corey cory
craig cristina crystal curtis cynthia daisy dale dan dana daniel danielle danny darren dave david
dawn dean deborah debra dennis derek diana diane diego dmitri don donald donna doris dorothy doug
douglas duane dylan earl ed eddie edgar edith edward edwin eileen elaine eleanor elena eli
elizabeth ella ellen emily emma eric erica erik erin ernest esther ethan eugene eva evan evelyn
fatima felix fernando fiona florence frances francesca francis francisco frank franklin fred
frederick gabriel gareth gary gavin geoffrey george gerald gerard gina glen glenn gloria gordon
grace graham greg gregory guy gwen hannah harold harry harvey hassan heather hector helen henry
herbert hillary holly howard hugh hussein ian ibrahim igor irene isaac isabel ivan ivanka jack
jackie jacob jacqueline jake james jamie jan jane janet janice jared jason jay jean jeff jeffrey
jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel john johnny
jon jonathan jordan jorge jose joseph josh joshua joyce juan judith judy julia julian julie justin
kamala karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kerry kevin
khalid kim kimberly kirsten kristen kristin kurt kyle lance larry laura lauren laurie lawrence lee
leo leon leonard leslie lewis liam lillian linda lindsey lisa liz lloyd lois lorraine louis louise
lucas lucy luis luke lydia lynn madeleine malcolm marc marco marcus margaret maria marie marilyn
mario mark marsha marshall martha martin marvin mary matt matthew maureen maurice max megan
mehmet melania melinda melissa michael michel michelle miguel mike mikhail mitch mohamed mohammad
mohammed molly monica morgan muhammad nancy naomi natalie natasha nathan neil nicholas nick nicola
nicole nikki nina noah nora norman olga oliver olivia omar oscar owen pamela pat patricia patrick
paul paula pauline pedro peggy penny pete peter phil philip phillip phyllis rachel ralph ramon
randall randy raymond rebecca reggie reginald rex rhonda ricardo richard rick ricky rita rob robert
roberta roberto robin rodney roger roland ron ronald rosa rose rosemary ross roy ruben russell ruth
ryan sally sam samantha samuel sandra sara sarah saul scott sean sebastian sergei shannon sharon
shawn sheila shirley sidney simon sofia sonia sophia sophie stacey stacy stanley stella stephanie
stephen steve steven stuart sue susan suzanne sylvia tamara tammy tara ted teresa terry theodore
theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis tyler valerie
vanessa vera vernon veronica victor victoria vincent virginia vivian vladimir walter wanda warren
wayne wendy wesley william winston yann yolanda yoshua yusuf zach zachary
""".split()
)
"""Folded given names; many are also words, so they count only in front of a capitalised word."""
