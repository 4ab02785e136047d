@rollover
Feature: What a meter knows after a key change
  A technician reads supply group, tariff index and key type from the meter and compares them with the order. They
  change with the last code, all at once, and nothing else does.

  Background:
    Given the meter holds 12.5 kWh

  Rule: Three codes bring the supply group, too

    Scenario: To another supply group and tariff
      Given the three key change codes to a meter with:
        | name         | value  |
        | supply group | 654321 |
        | tariff index | 07     |
        | key revision | 2      |
        | base date    | 2014   |
      When the customer keys in code 1
      And the customer keys in code 2
      Then the supply group is 123456
      And the tariff index is 01
      And the base date is 1993
      When the customer keys in code 3
      Then the supply group is 654321
      And the tariff index is 07
      And the key type is DUTK
      And the base date is 2014
      And the credit is unchanged

  Rule: Two codes leave a meter without a supply group of its own

    Scenario: The supply group reads zero
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      Then the supply group is 000000
      And the tariff index is 01
      And the key type is DUTK

  Rule: A power limit and the energy delivered are none of a key change's business

    Scenario: A meter with a limit that has delivered something
      Given a maximum power limit token of 5000 W
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in the token
      And the load draws 1000 W for 2.5 hours
      And the customer keys in code 1
      And the customer keys in code 2
      Then the base date is 2014
      And the power limit is 5000 W
      And the energy delivered is 2.5 kWh
      And the meter holds 10.0 kWh
