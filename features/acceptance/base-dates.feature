@acceptance
Feature: Base date 2035 and the end of the 2014 dates
  A key of base date 2014 lasts until 24 November 2045. The meters of today will meet the next rollover, and tenders
  ask that they can be moved to base date 2035, or be made on it. (Source: IEC 62055-41, base dates and token
  identifier rollover, and the STS Association's pages on the rollover.)

  Rule: Tokens under base date 2014 are good until 24 November 2045, 20:15, and old from the next minute on

    # A keypad unit asks its measuring unit every minute, and decades of that take too long to run.
    Background:
      Given a meter in one piece
      And a meter with key revision 2 on base date 2014
      And the meter holds 12.5 kWh

    Scenario Outline: A token issued at <issued>
      Given a 25.6 kWh credit token issued at "<issued>"
      When the customer keys in the token
      Then the meter <answer>
      And the meter holds <credit> kWh

      Examples:
        | issued           | answer            | credit |
        | 2035-01-01 00:00 | accepts it        | 38.1   |
        | 2045-11-24 20:15 | accepts it        | 38.1   |
        | 2045-11-24 20:16 | refuses it as old | 12.5   |
        | 2046-06-01 10:00 | refuses it as old | 12.5   |

  Rule: Two codes move a meter from base date 2014 to 2035, in any order, and its credit stays

    Background:
      Given a meter in one piece
      And a meter with key revision 2 on base date 2014
      And the meter holds 12.5 kWh
      And the two key change codes to key revision 3 on base date 2035

    Scenario Outline: The codes are typed in the order <first>, <second>, and the first token after them
      Given a 40.0 kWh credit token issued at "2045-06-01 08:05" under key revision 3 on base date 2035
      When the clock reaches "2045-06-01 08:00"
      And the customer keys in code <first>
      Then the meter asks for the other code
      And the key revision is 2
      When the customer keys in code <second>
      Then the meter accepts it
      And the key revision is 3
      And the meter holds 12.5 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 52.5 kWh

      Examples:
        | first | second |
        | 1     | 2      |
        | 2     | 1      |

    Scenario: On the first day of 2035
      Given a 40.0 kWh credit token issued at "2035-01-01 00:00" under key revision 3 on base date 2035
      When the clock reaches "2035-01-01 00:00"
      And the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 52.5 kWh

    Scenario: A meter that missed the day is updated a month later
      Given a 40.0 kWh credit token issued at "2045-12-24 08:05" under key revision 3 on base date 2035
      When the clock reaches "2045-12-24 08:00"
      And the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in the token
      Then the meter accepts it
      And the key revision is 3
      And the meter holds 52.5 kWh

    Scenario: A power cut between the codes leaves the meter on base date 2014
      Given a 25.6 kWh credit token "of 2014" issued at "2045-06-01 08:05"
      When the clock reaches "2045-06-01 08:00"
      And the customer keys in code 1
      And the mains fails
      And the mains returns
      And the customer keys in code 2
      Then the meter asks for the other code
      And the key revision is 2
      When the customer keys in token "of 2014"
      Then the meter accepts it
      And the meter holds 38.1 kWh

  Rule: Tokens of base date 2014 end with the update, and tokens of base date 2035 begin with it

    Background:
      Given a meter in one piece
      And a meter with key revision 2 on base date 2014
      And the meter holds 12.5 kWh
      And the two key change codes to key revision 3 on base date 2035

    Scenario: A token bought before the update and typed after it
      Given a 25.6 kWh credit token "of 2014" issued at "2045-05-31 10:00"
      When the clock reaches "2045-06-01 08:00"
      And the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "of 2014"
      Then the meter refuses it
      And the meter holds 12.5 kWh

    Scenario: A token that was used before the update is not taken again
      Given a 25.6 kWh credit token "of 2014" issued at "2045-05-31 10:00"
      When the clock reaches "2045-05-31 10:05"
      And the customer keys in token "of 2014"
      And the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "of 2014"
      Then the meter refuses it
      And the meter holds 38.1 kWh

    Scenario: A token of base date 2035 typed before the update, and again after it
      Given a 40.0 kWh credit token "of 2035" issued at "2045-06-01 08:05" under key revision 3 on base date 2035
      When the clock reaches "2045-06-01 08:10"
      And the customer keys in token "of 2035"
      Then the meter refuses it
      And the meter holds 12.5 kWh
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "of 2035"
      Then the meter accepts it
      And the meter holds 52.5 kWh
      When the customer keys in token "of 2035"
      Then the meter refuses it as used
      And the meter holds 52.5 kWh

  Rule: A meter may skip a base date

    Scenario: From base date 1993 straight to 2035
      Given a meter in one piece
      And a meter with key revision 1 on base date 1993
      And the meter holds 12.5 kWh
      And the two key change codes to key revision 3 on base date 2035
      And a 40.0 kWh credit token issued at "2036-02-01 08:05" under key revision 3 on base date 2035
      When the clock reaches "2036-02-01 08:00"
      And the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 3
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 52.5 kWh

  Rule: A meter made on base date 2035 takes tokens from the day it was made until 24 November 2066, 20:15

    Background:
      Given a meter with:
        | name         | value            |
        | key revision | 3                |
        | base date    | 2035             |
        | manufactured | 2036-03-01 00:00 |
      And the meter holds 12.5 kWh

    Scenario Outline: A token issued at <issued>
      Given a 25.6 kWh credit token issued at "<issued>"
      When the customer keys in the token
      Then the meter <answer>
      And the meter holds <credit> kWh

      Examples:
        | issued           | answer            | credit |
        | 2036-02-28 10:00 | refuses it as old | 12.5   |
        | 2036-03-01 00:05 | accepts it        | 38.1   |
        | 2066-11-24 20:15 | accepts it        | 38.1   |
        | 2066-11-24 20:16 | refuses it as old | 12.5   |

  Rule: A meter on base date 2035 refuses the codes of an earlier campaign

    Background:
      Given a meter in one piece
      And a meter with key revision 1 on base date 1993
      And the meter holds 12.5 kWh
      And the two key change codes "of 2024" to key revision 2 on base date 2014
      And the two key change codes "of 2045" to key revision 3 on base date 2035

    Scenario: The letter of 2024 found in a drawer
      When the clock reaches "2045-06-01 08:00"
      And the customer keys in code 1 of "of 2045"
      And the customer keys in code 2 of "of 2045"
      Then the meter accepts it
      When the customer keys in code 1 of "of 2024"
      Then the meter refuses it
      When the customer keys in code 2 of "of 2024"
      Then the meter refuses it
      And the key revision is 3
      And the meter holds 12.5 kWh

    Scenario: The codes that led to base date 2035 once more
      When the clock reaches "2045-06-01 08:00"
      And the customer keys in code 1 of "of 2045"
      And the customer keys in code 2 of "of 2045"
      And the customer keys in code 1 of "of 2045"
      Then the meter refuses it
      When the customer keys in code 2 of "of 2045"
      Then the meter refuses it
      And the key revision is 3
