@rollover
Feature: Which kind of key may follow which
  A meter leaves the factory with one kind of key and gets its own later. A change in the other direction would make
  it accept tokens that were not sold for it.

  Rule: A meter takes the changes that the standard permits, and refuses the rest

    Scenario Outline: From <from> to <to>
      Given a meter with:
        | name     | value  |
        | key type | <from> |
      And the meter holds 10.0 kWh
      And the two key change codes to a meter with:
        | name         | value |
        | key type     | <to>  |
        | key revision | 2     |
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter <answer> it
      And the key revision is <revision>
      And the meter holds 10.0 kWh

      Examples:
        | from | to   | answer  | revision |
        | DITK | DDTK | accepts | 2        |
        | DITK | DUTK | accepts | 2        |
        | DITK | DCTK | refuses | 1        |
        | DDTK | DDTK | accepts | 2        |
        | DDTK | DUTK | accepts | 2        |
        | DDTK | DCTK | refuses | 1        |
        | DUTK | DUTK | accepts | 2        |
        | DUTK | DDTK | accepts | 2        |
        | DUTK | DITK | refuses | 1        |
        | DUTK | DCTK | refuses | 1        |
        | DDTK | DITK | refuses | 1        |
        | DITK | DITK | refuses | 1        |
        | DCTK | DDTK | accepts | 2        |
        | DCTK | DUTK | refuses | 1        |

  Rule: A meter with the default key takes no credit, but tokens of the utility

    Background:
      Given a meter with:
        | name     | value |
        | key type | DDTK  |
      And the meter holds 10.0 kWh

    Scenario: A power limit on a meter with the default key
      Given a maximum power limit token of 5000 W
      When the customer keys in the token
      Then the meter accepts it

    Scenario: Credit before and after the meter gets its own key
      Given a 25.6 kWh credit token "early"
      And a 5.0 kWh credit token "later" for a meter with:
        | name     | value |
        | key type | DUTK  |
      And the two key change codes to a meter with:
        | name     | value |
        | key type | DUTK  |
      When the customer keys in token "early"
      Then the meter refuses it
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the meter holds 10.0 kWh
      When the customer keys in token "later"
      Then the meter accepts it
      And the meter holds 15.0 kWh
