@rollover
Feature: Updates of other meters
  Keys are made in more than one way, and a longer key or a new supply group does not fit into two codes. With three
  or four codes, as with two, the order is free and nothing changes before the last of them.

  Rule: How the key was made does not matter to the customer

    Scenario: Two codes on a meter whose keys were made with DKGA04
      Given a meter with:
        | name           | value  |
        | key derivation | DKGA04 |
      And the meter holds 12.5 kWh
      And the two key change codes to key revision 2 on base date 2014
      And a 40.0 kWh credit token "new" under key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      When the customer keys in token "new"
      Then the meter accepts it
      And the meter holds 52.5 kWh

  Rule: The codes carry the tariff index

    Scenario: Two codes to another tariff index
      Given the two key change codes to a meter with:
        | name         | value |
        | tariff index | 02    |
        | key revision | 2     |
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      When the customer keys in "3689 3488 1475 5332 2496"
      Then the display shows "02"

  Rule: Three codes carry the supply group, two do not

    Scenario: Three codes to another supply group
      Given the three key change codes to a meter with:
        | name         | value  |
        | supply group | 654321 |
        | key revision | 2      |
        | base date    | 2014   |
      When the customer keys in code 1
      And the customer keys in code 2
      Then the display shows "Enter code 3"
      And the key revision is 1
      When the customer keys in code 3
      Then the meter accepts it
      And the key revision is 2
      When the customer keys in "0000 0000 5498 9003 4216"
      Then the display shows "654321"

    Scenario: Before the update the meter shows the supply group it was made for
      When the customer keys in "0000 0000 5498 9003 4216"
      Then the display shows "123456"

    Scenario: After two codes the supply group reads zero
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in "0000 0000 5498 9003 4216"
      Then the display shows "000000"

    Scenario Outline: Three codes in the order <first>, <second>, <third>
      Given the meter holds 12.5 kWh
      And the three key change codes to key revision 2 on base date 2014
      And a 40.0 kWh credit token "new" under key revision 2 on base date 2014
      When the customer keys in code <first>
      And the customer keys in code <second>
      Then the meter asks for the other code
      And the key revision is 1
      When the customer keys in code <third>
      Then the meter accepts it
      And the key revision is 2
      When the customer keys in token "new"
      Then the meter accepts it
      And the meter holds 52.5 kWh

      Examples:
        | first | second | third |
        | 3     | 2      | 1     |
        | 2     | 3      | 1     |
        | 3     | 1      | 2     |

    Scenario: Nine minutes before the second code and nine before the third
      Given the three key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And 9 minutes pass
      And the customer keys in code 2
      And 9 minutes pass
      And the customer keys in code 3
      Then the meter accepts it
      And the key revision is 2

  Rule: A meter with the EA11 cipher needs four codes

    Scenario Outline: Four codes in the order <first>, <second>, <third>, <fourth>
      Given a meter with:
        | name           | value  |
        | encryption     | EA11   |
        | key derivation | DKGA04 |
      And the meter holds 12.5 kWh
      And the four key change codes to key revision 2 on base date 2014
      And a 40.0 kWh credit token "new" under key revision 2 on base date 2014
      When the customer keys in code <first>
      And the customer keys in code <second>
      And the customer keys in code <third>
      Then the meter asks for the other code
      And the key revision is 1
      When the customer keys in code <fourth>
      Then the meter accepts it
      And the key revision is 2
      When the customer keys in token "new"
      Then the meter accepts it
      And the meter holds 52.5 kWh

      Examples:
        | first | second | third | fourth |
        | 1     | 2      | 3     | 4      |
        | 4     | 3      | 2     | 1      |
        | 2     | 4      | 1     | 3      |

    Scenario: A token of the old key after three of the four codes
      Given a meter with:
        | name           | value  |
        | encryption     | EA11   |
        | key derivation | DKGA04 |
      And the four key change codes to key revision 2 on base date 2014
      And a 25.6 kWh credit token
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in code 4
      Then the display shows "Enter code 3"
      When the customer keys in the token
      Then the meter accepts it
      And the key revision is 1
      And the meter holds 25.6 kWh

    Scenario: Four codes to another supply group
      Given a meter with:
        | name           | value  |
        | encryption     | EA11   |
        | key derivation | DKGA04 |
      And the four key change codes to a meter with:
        | name         | value  |
        | supply group | 654321 |
        | key revision | 2      |
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in code 3
      And the customer keys in code 4
      Then the meter accepts it
      And the key revision is 2
      When the customer keys in "0000 0000 5498 9003 4216"
      Then the display shows "654321"
